//line /in/p.go:1:1
package p

func F(p *int, c chan int, f []func()) {
	*p = 1

//line /patch/example.com/p/patch.go:5:29

	println(1)
	

//line /in/p.go:4:8

	
//line /patch/example.com/p/patch.go:7:27

	println(2)
	

//line /in/p.go:5:2
<-c
	
//line /patch/example.com/p/patch.go:9:28

	println(3)
	

//line /in/p.go:6:2
(f[0])()
	*p = 1

//line /patch/example.com/p/patch.go:5:29

	println(1)
	

//line /in/p.go:7:8

	func() { println() }()

//line /patch/example.com/p/patch.go:11:41

	println(4)
	

//line /in/p.go:8:24

	all := c
	all <- 1

//line /patch/example.com/p/patch.go:13:27

	println(5)
	

//line /in/p.go:10:10

	
//line /patch/example.com/p/patch.go:7:27

	println(2)
	

//line /in/p.go:11:2
<-c
	
//line /patch/example.com/p/patch.go:17:28

	println(7)
	

//line /in/p.go:12:2
{
		*p++

//line /patch/example.com/p/patch.go:15:26

	println(6)
	

//line /in/p.go:13:7

	}
	*p++
	
//line /patch/example.com/p/patch.go:19:35

	println(8)
	

//line /in/p.go:16:2
[]int{1}[0] = 2
	f[0]()

//line /patch/example.com/p/patch.go:21:29

	println(9)
	

//line /in/p.go:17:8

	
//line /patch/example.com/p/patch.go:23:28

	println(10)


//line /in/p.go:18:2
*p = 2
	f[0]()

//line /patch/example.com/p/patch.go:21:29

	println(9)
	

//line /in/p.go:19:8

}
