//line /in/p.go:1:1
package p

func F(n int) *int {
//line /patch/example.com/p/patch.go:4:20
original_1 := func(n int) (*int) {
//line /in/p.go:3:21
 return new(n + 1) 
/*line :3:40*/}; _ = original_1

//line /patch/example.com/p/patch.go:4:20
{
	p := original_1/*line :5:15*/(n/*line :5:17*/)
	q := new(*p + n/*line :6:17*/)
	return q
}

//line /in/p.go:3:40
}

func G() *string { return new("x" + "y") }

func H() int {
//line /patch/example.com/p/patch.go:11:14
{ println(*new(len("added"))) }

//line /in/p.go:7:15
 return 1 }
