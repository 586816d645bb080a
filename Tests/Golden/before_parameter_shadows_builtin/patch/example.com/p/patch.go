package p

//routinex:before
func Cut(s []byte) {
	if len(s) > max {
		panic("too long")
	}
}
