package p

var last int

func Clamp(value, min, max int) int {
	if value < min {
		return min
	}
	return max
}
