package p

func F(items []int) {
	each := items
	println(each)
}
