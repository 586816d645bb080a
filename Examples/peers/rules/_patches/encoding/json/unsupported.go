// xgo: patches/go1.27, encoding/json, encode.go

package json

import "reflect"

// The function does not exist if encoding/json is built on encoding/json/v2.
//
//routinex:optional
//routinex:before
func unsupportedTypeEncoder(e *encodeState, v reflect.Value, opts encOpts) {
	e.WriteString(`"(` + v.Type().String() + `)"`)
	return
}
