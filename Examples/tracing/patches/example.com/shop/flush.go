package main

import "example.com/shop/trace"

//routinex:after
func main() {
	trace.Flush()
}
