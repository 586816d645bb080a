package main

var visits int

//routinex:before
func visit(name string) int {
	count := note(name) // in front of the original
	visits += count
}

//go:noinline
func note(name string) int {
	weight := len(name) + 1
	return weight // the patch's line
}
