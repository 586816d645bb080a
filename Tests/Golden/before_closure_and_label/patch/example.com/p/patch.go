package p

//routinex:before
func F(list []int) {
	each := func(list []int, f func(int)) {
		for _, x := range list {
			f(x)
		}
	}
outer:
	for {
		each(list, func(i int) { defer println(i, list) })
		break outer
	}
}
