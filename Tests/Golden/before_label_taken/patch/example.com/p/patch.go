package p

//routinex:before
func F() {
loop:
	for {
		break loop
	}
}
