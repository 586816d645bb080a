package p

import "html/template"

func F(t *template.Template) {}
