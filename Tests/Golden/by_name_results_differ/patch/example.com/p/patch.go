package p

//routinex:by-name
//routinex:after
func F() (err error, n int) {
	err = nil
}

//routinex:by-name
//routinex:after
func G() (e error) {
	e = nil
}
