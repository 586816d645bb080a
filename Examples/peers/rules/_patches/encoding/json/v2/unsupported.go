// xgo: patches/go1.27, encoding/json/v2, arshal_default.go

package json

import (
	"encoding/json/jsontext"
	"reflect"
)

//routinex:edit
func makeInvalidArshaler(t reflect.Type) *arshaler {
	//routinex:before return newMarshalErrorBefore(enc, t, nil)
	return enc.WriteValue(jsontext.Value(`"(` + t.String() + `)"`))
}
