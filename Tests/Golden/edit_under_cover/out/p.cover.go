//line /objs/p.cover.go:1:1
//line /in/p.go:1:1
package p

func F(n int) int {goCover_1[0] = 1;
	
//line /patch/example.com/p/patch.go:5:41

	println(n)
	

//line /in/p.go:4:2
if n > 1 {goCover_1[1] = 1;
		return n
	}
	goCover_1[2] = 1;
//line /patch/example.com/p/patch.go:7:28

	println(1)


//line /in/p.go:7:19
return 1
}

func G() {goCover_1[3] = 1;}
