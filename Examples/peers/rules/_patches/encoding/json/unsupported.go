// xgo: patches/go1.27, encoding/json, encode.go

package json

import "reflect"

// Not there where package json calls json/v2.
//
//routinex:optional
//routinex:before
func unsupportedTypeEncoder(e *encodeState, v reflect.Value, opts encOpts) {
	e.WriteString(`"(` + v.Type().String() + `)"`)
	return
}
