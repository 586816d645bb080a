//line /in/p.go:1:1
package p

type T struct{ n int }

func (T_1/*line :5:8*/ T) M(x int) int {
//line /patch/example.com/p/patch.go:4:25
{
	var zero T
	println(T_1/*line :6:11*/.n, zero.n)
}

//line /in/p.go:5:26
 return T_1/*line :5:35*/.n + x }

type L[T any] struct{ v T }

func (L_1/*line :9:8*/ *L[T]) Get(int int) T {
//line /patch/example.com/p/patch.go:10:31
{
	var other L[T/*line :11:15*/]
	println(L_1/*line :12:11*/, int, &other)
}

//line /in/p.go:9:32
 println(int); return L_1/*line :9:55*/.v }
