//line /in/p.go:1:1
package p

func F(n int) int {
retry:
	
//line /patch/example.com/p/patch.go:5:26

	println("retry")
	

//line /in/p.go:5:2
n++
	if n < 3 {
		goto retry
	}

//line /patch/example.com/p/patch.go:7:100

	println("loop")
	

//line /in/p.go:9:1
loop:
	for i := 0; i < n; i++ {
		if i == 2 {
			continue loop
		}
		if i == 5 {
			break loop
		}
	}
again_1:

//line /patch/example.com/p/patch.go:9:70

	println("again")
	
/*line :19:70*/
	println("again, too")


//line /in/p.go:18:1
again:
	for {
		if n > 10 {
			break again
		}
		n++
		goto again_1/*line :24:13*/
	}
first:

//line /patch/example.com/p/patch.go:11:97

	println("first")
	

//line /in/p.go:27:1
second:
	for n < 20 {
		n++
		if n == 15 {
			goto first
		}
		if n == 16 {
			continue second
		}
	}
	func() {
	
//line /patch/example.com/p/patch.go:13:39

	println("inner")


//line /in/p.go:38:2
again:
		for {
			break again
		}
	}()
	return n
}
