//line /in/p.go:1:1
package p

func F() { a();

//line /patch/example.com/p/patch.go:5:22

	b() // twice
	

//line /in/p.go:3:16
 
//line /patch/example.com/p/patch.go:7:27

	d()


//line /in/p.go:3:17
c(); switch { case true: 
//line /patch/example.com/p/patch.go:7:27

	d()


//line /in/p.go:3:42
c() } }
func a() {}
func b() {}
func c() {}
func d() {}
