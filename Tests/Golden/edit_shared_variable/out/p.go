//line /in/p.go:1:1
package p

func F(items []int) int {
	sum := 0

//line /patch/example.com/p/patch.go:5:27

	x_1/*line :6:3*/ := 1
	

//line /in/p.go:4:10

	for _, x := range items {
		sum += x
	}
	
//line /patch/example.com/p/patch.go:7:30

	sum *= x_1/*line :8:10*/


//line /in/p.go:8:2
return sum
}
