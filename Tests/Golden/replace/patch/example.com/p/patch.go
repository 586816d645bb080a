package p

import "errors"

//routinex:replace
func F(a int) error {
	return errors.New("no")
}

//routinex:replace
var V = 2

//routinex:replace
type T struct{ b int }

//routinex:replace
const B = 7
