//line /in/p.go:1:1
package p

import _ /*line :3:8*/"os"

type T struct{ a int }

func (t T) Show() {}

var replaced = 
//line /patch/example.com/p/patch.go:18:16
T{4}
//line /in/p.go:9:21


var kept = (*seen(&/*line :11:12*/T{41}))/*line :11:17*/

func Edited() {
	var x T
	
//line /patch/example.com/p/patch.go:8:31

	println("before")
	

//line /in/p.go:15:2
(*seen(&/*line :15:2*/T{1}))/*line :15:6*/.Show();x = (*seen(&/*line :15:18*/T{2}))

//line /patch/example.com/p/patch.go:10:27

	println("after")


//line /in/p.go:15:22

	_ = x
}

func Replaced() T {
//line /patch/example.com/p/patch.go:15:20
 return T{3} 
//line /in/p.go:19:34
}

func Wrapped(unnamed T) T {
//line /patch/example.com/p/patch.go:21:21
original_1 := func(unnamed T) (T) {/*line :24:21*/{ println("in") }

//line /in/p.go:21:28
(*seen(&/*line :21:28*/T{6}))/*line :21:32*/.Show();return (*seen(&/*line :21:47*/T{unnamed.a}))
/*line :21:59*/}; _ = original_1

//line /patch/example.com/p/patch.go:21:21
{ return original_1/*line :21:38*/(T{5}) }

//line /in/p.go:21:59
}

func Exits() { exit/*line :23:23*/((*seen(&/*line :23:24*/T{7}))/*line :23:28*/.a) }

/*line :25:28*/
