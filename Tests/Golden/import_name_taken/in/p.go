package p

import "html/template"

func F() { template.New("") }
