//line /in/p.go:1:1
package p; import fmt "fmt"/*line :1:10*/

type T struct{ n int }

func (T_1/*line :5:8*/ T) M(int_1/*line :5:17*/ int, x T) (r T) {
//line /patch/example.com/p/patch.go:6:41
original_1 := func(int_1 int, x T) (r T) { T_1 := T_1; _ = T_1;
//line /in/p.go:5:35
 println(T_1/*line :5:45*/.n, int_1/*line :5:52*/); return x 
/*line :5:64*/}; _ = original_1

//line /patch/example.com/p/patch.go:6:41
{
	var zero T
	var count int = int_1/*line :8:19*/
	r/*line :9:8*/ = original_1/*line :9:19*/(count, x/*line :9:32*/)
	fmt.Println(T_1/*line :10:15*/, zero, r/*line :10:29*/)
	return
}

//line /in/p.go:5:64
}

func (p *P) Q(P_1/*line :7:16*/ func(P, *T)) {
//line /patch/example.com/p/patch.go:15:37
original_1 := func(P_1 func(P, *T))  { p := p; _ = p;

//line /in/p.go:7:31
}; _ = original_1

//line /patch/example.com/p/patch.go:15:37
{
	original_1/*line :16:10*/(func(p P, t *T) { P_1/*line :16:30*/(p, t) })
}

//line /in/p.go:7:31
}

type P struct{}

func F[fmt_2/*line :11:11*/ any](fmt_1 fmt_2/*line :11:26*/) fmt_2/*line :11:31*/ {
//line /patch/example.com/p/patch.go:20:22
original_1 := func(fmt_1 fmt_2) (fmt_2) {
//line /in/p.go:11:33
 return fmt_1 
/*line :11:47*/}; _ = original_1

//line /patch/example.com/p/patch.go:20:22
{
	fmt.Println(fmt_1/*line :21:15*/)
	return original_1/*line :22:17*/(fmt_1/*line :22:19*/)
}

//line /in/p.go:11:47
}
