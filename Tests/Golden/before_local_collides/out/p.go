//line /in/p.go:1:1
package p

func Run(name string) {
//line /patch/example.com/p/patch.go:4:22
{
	name_1/*line :5:6*/ := name/*line :5:13*/ + "!"
	for _, name_2/*line :6:13*/ := range []string{name_1/*line :6:36*/} {
		println(name_2/*line :7:15*/, name/*line :7:20*/)
	}
}

//line /in/p.go:3:24

	println(name)
}
