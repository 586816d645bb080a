package p

//routinex:before
func F(a string) {
	_ = func(b string) string { return a + b }
	switch b := any(a).(type) {
	case string:
		println(a, b)
	}
	type b struct{ a string }
	_ = b{a}
}
