package p

import tt "text/template"

func F(x *tt.Template) {}
