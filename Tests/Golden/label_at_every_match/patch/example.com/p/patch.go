package p

//routinex:edit
func F() {
	//routinex:before all g()
again:
	for {
		break again
	}
}
