package p

//routinex:edit
func F(list []int, count int) int {
	//routinex:after sum := 0
	n := len(list) + count
	sum += n
}
