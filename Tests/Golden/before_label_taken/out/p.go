//line /in/p.go:1:1
package p

func F() {
//line /patch/example.com/p/patch.go:4:10
{
loop_1/*line :5:5*/:
	for {
		break loop_1/*line :7:13*/
	}
}

//line /in/p.go:3:11

loop:
	for {
		break loop
	}
}
