package p

import "context"

var ctx = 1

// The parameter makes room.
//
//routinex:before
func F(c context.Context, name string) { println(ctx) }

//routinex:literal T
func made(t T) T { return t }

//routinex:wrap
func G(c context.Context) { original(c) }

//routinex:replace
func H(c context.Context) {}
