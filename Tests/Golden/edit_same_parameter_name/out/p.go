//line /in/p.go:1:1
package p

func F(list []int, n int) int {
	sum := 0

//line /patch/example.com/p/patch.go:5:27

	n_1/*line :6:3*/ := len(list) + n/*line :6:24*/
	sum += n_1/*line :7:10*/


//line /in/p.go:4:10

	return sum
}
