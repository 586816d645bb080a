package p

//routinex:before
func F(m func(int) int, n int) int { make := m; println(make(n)) }

//routinex:wrap
func G(n int) int {
	new := func(nil int) int { return nil }
	return original(new(n))
}
