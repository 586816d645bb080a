package p

//routinex:by-name
//routinex:after
func F(b int) (count int, err error) {
	if err != nil {
		count = b
	}
}

//routinex:by-name
//routinex:after
func G() (_ int, e error) {
	e = nil
}
