//line /in/p.go:1:1
package p

var last int

func Clamp(value, min, max int) int {
//line /patch/example.com/p/patch.go:4:42
{
	if min/*line :5:8*/ > max/*line :5:15*/ {
		min/*line :6:6*/, max/*line :6:12*/ = max/*line :6:19*/, min/*line :6:24*/
	}
	last = value/*line :8:10*/
}

//line /in/p.go:5:38

	if value < min {
		return min
	}
	return max
}
