package p

//routinex:edit
func F(list []int) int {
	//routinex:before sum += x
	if x < 0 {
		continue
	}
	//routinex:after sum := 0
	x := 1
	println(x)
	//routinex:before return sum
	sum *= 2
}
