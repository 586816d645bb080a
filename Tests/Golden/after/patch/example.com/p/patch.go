package p

//routinex:after
func F(a int) (n int, err error) {
	if r := recover(); r != nil {
		n, err = a, nil
		return
	}
}
