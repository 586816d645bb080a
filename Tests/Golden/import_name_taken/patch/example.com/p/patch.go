package p

import "text/template"

//routinex:before
func F() { template.New("") }
