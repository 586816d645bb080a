package p

//routinex:before
func F() (err error) {
	if calls > 0 {
		return
	}
}
