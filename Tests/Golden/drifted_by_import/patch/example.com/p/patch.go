package p

import "text/template"

//routinex:before
func F(t *template.Template) { println() }
