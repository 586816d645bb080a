//line /in/p.go:1:1
package p

func F(c bool) int {
	if ; c {
		
//line /patch/example.com/p/patch.go:5:28

	if ; c/*line :6:8*/ {
		println("inner")
	}
	

//line /in/p.go:5:3
return 1
	}
	switch ; {
	case c:
	}
	
//line /patch/example.com/p/patch.go:9:34

	switch ; {
	case c/*line :11:8*/:
		println("case")
	}


//line /in/p.go:10:2
switch ; c {
	}
	for ; ; {
		break
	}
	return 0
}
