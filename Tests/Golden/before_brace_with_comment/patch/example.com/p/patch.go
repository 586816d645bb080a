package p

//routinex:before
func F(a int) {
	calls++ // counted
	// the end
}
