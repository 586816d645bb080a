//line /in/p.go:1:1
package p

func F(items []int) {
//line /patch/example.com/p/patch.go:4:20
{
	each := func(list []int, f func(int)) {
		for _, x := range list {
			f(x)
		}
	}
outer:
	for {
		each(items/*line :12:12*/, func(i int) { defer println(i, items/*line :12:49*/) })
		break outer
	}
}

//line /in/p.go:3:22

	each := items
	println(each)
}
