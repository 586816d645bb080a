package p

//routinex:wrap
func g(n int) int {
	var p *int
	if p == nil {
		return original(n)
	}
	return 0
}

//routinex:wrap
func h(a, b int) (err error) {
	var other error
	if true && len("") == a {
		return other
	}
	return original(a, b)
}
