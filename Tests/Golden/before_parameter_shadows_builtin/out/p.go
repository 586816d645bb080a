//line /in/p.go:1:1
package p

const max = 10

func Cut(len_1/*line :5:13*/ []byte) {
//line /patch/example.com/p/patch.go:4:20
{
	if len(len_1/*line :5:10*/) > max {
		panic("too long")
	}
}

//line /in/p.go:5:23

	f := func(len int) int { return len }
	println(f(1), string(len_1/*line :7:26*/))
}
