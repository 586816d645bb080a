package p

//routinex:before
func Clamp(x int, low int, high int) int {
	if low > high {
		low, high = high, low
	}
	last = x
}
