//line /in/p.go:1:1
package p

func F(n /*line :3:8*/int, f /*line :3:13*/func(*T)) {
//line /patch/example.com/p/patch.go:4:27
{
	println(n, f)
}

//line /in/p.go:3:24
}

func G(a /*line :5:8*/int, f /*line :5:13*/func(T), s /*line :5:22*/string, c /*line :5:30*/chan T, m /*line :5:38*/map[string]T) (int, func(T), chan<- int) {
//line /patch/example.com/p/patch.go:9:95
original_1 := func(a int, f func(T), s string, c chan T, m map[string]T) (int, func(T), chan<- int) {
//line /in/p.go:5:80
 return 0, nil, nil 
/*line :5:100*/}; _ = original_1

//line /patch/example.com/p/patch.go:9:95
{
	return original_1/*line :10:17*/(a, f, s, c, m)
}

//line /in/p.go:5:100
}

func (T) M(u /*line :7:12*/T, f /*line :7:15*/func(*T), rest /*line :7:25*/...func(T)) func(int, func(T)) {
//line /patch/example.com/p/patch.go:14:67
{
	println(&u, f, len(rest))
}

//line /in/p.go:7:57
 return nil }

type T struct{}
