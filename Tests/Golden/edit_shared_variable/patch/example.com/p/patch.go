package p

//routinex:edit
func F(list []int) int {
	//routinex:after sum := 0
	x := 1
	//routinex:before return sum
	sum *= x
}
