package p

import "github.com/x/go-foo"

//routinex:before
func F() { foo.Do() }

func G() {}
