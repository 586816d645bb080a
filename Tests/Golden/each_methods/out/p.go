//line /in/p.go:1:1
package p

type T struct{ n int }


//line /patch/example.com/p/each.go:7:20

//go:noinline

//line /in/p.go:5:1
func (t *T) A()      {
//line /patch/example.com/p/each.go:13:10
defer func() /*line :13:10*/{ println("after") }()
/*line :5:17*/{ t.n = 7 }

//line /in/p.go:5:23
 t.n++ }

//line /patch/example.com/p/each.go:7:20

//go:noinline

//line /in/p.go:6:1
func (t T) B() int   { return t.n }

//line /patch/example.com/p/each.go:7:20

//go:noinline

//line /in/p.go:7:1
func (t *T) C() int  {
//line /patch/example.com/p/each.go:13:10
defer func() /*line :13:10*/{ println("after") }()
/*line :5:17*/{ t.n = 7 }

//line /in/p.go:7:23
 return 1 }

//line /patch/example.com/p/each.go:7:20

//go:noinline

//line /in/p.go:8:1
func (t /*line :8:7*/*T) init()     {
//line /patch/example.com/p/each.go:5:17
{ t.n = 7 }

//line /in/p.go:8:23
}
func (u *U) A()      {
//line /patch/example.com/p/each.go:13:10
defer func() /*line :13:10*/{ println("after") }()

//line /in/p.go:9:23
}

type U struct{}

func init() {}
func A()    {
//line /patch/example.com/p/each.go:27:10
{ println("others") }

//line /in/p.go:14:14
}
func B(n int, s ...string) (result_1 /*line :15:29*/int, result_2 /*line :15:34*/string) {
//line /patch/example.com/p/each.go:18:42
{
	if n > 3 {
		return
	}
	println(len(s))
}
/*line :27:10*/{ println("others") }

//line /in/p.go:15:43
 return n, "" }
