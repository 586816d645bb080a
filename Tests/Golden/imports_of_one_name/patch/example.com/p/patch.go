package p

import (
	"html/template"
	_ "net/http"
	_ "os"
	"text/template"
)

//routinex:before
func F() {
	template.New("")
}
