//line /in/p.go:1:1
package p

func F(items []int) int {
	sum := 0

//line /patch/example.com/p/patch.go:9:27

	x_1/*line :10:3*/ := 1
	println(x_1/*line :11:11*/)
	

//line /in/p.go:4:10

	for _, x := range items {
		
//line /patch/example.com/p/patch.go:5:28

	if x < 0 {
		continue
	}
	

//line /in/p.go:6:3
sum += x
	}
	
//line /patch/example.com/p/patch.go:12:30

	sum *= 2


//line /in/p.go:8:2
return sum
}
