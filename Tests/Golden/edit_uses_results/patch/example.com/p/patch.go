package p

//routinex:edit
func F(list []int) int {
	//routinex:before return 1
	return len(list)
}
