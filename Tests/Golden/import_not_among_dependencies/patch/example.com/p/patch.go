package p

import foo "github.com/x/go-foo"

//routinex:before
func F() { foo.Do() }

func G() {}
