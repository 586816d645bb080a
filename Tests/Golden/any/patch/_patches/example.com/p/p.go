package p

import "context"

//routinex:after
func Run(ctx context.Context) error { println("ran") }
