//line /in/p.go:1:1
package p

func F(n /*line :3:8*/int, m /*line :3:13*/map[string]rune) (error, map[string]int) {
//line /patch/example.com/p/patch.go:4:65
{ println(n, len(m)) }

//line /in/p.go:3:55
 return nil, nil }

func G(int, func(string)) (int, chan int) {
//line /patch/example.com/p/patch.go:7:43
original_1 := func(int, func(string)) (int, chan int) {
//line /in/p.go:5:44
 return 0, nil 
/*line :5:59*/}; _ = original_1

//line /patch/example.com/p/patch.go:7:43
{ return original_1/*line :7:60*/(1, nil) }

//line /in/p.go:5:59
}

func H(f func(int, func(string) error, chan<- int, map[int]int)) {
//line /patch/example.com/p/patch.go:10:66
{ f/*line :10:69*/(1, nil, nil, nil) }

//line /in/p.go:7:67
}
