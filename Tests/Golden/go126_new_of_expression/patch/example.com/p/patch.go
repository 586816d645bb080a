package p

//routinex:wrap
func F(m int) *int {
	p := original(m)
	q := new(*p + m)
	return q
}

//routinex:before
func H() int { println(*new(len("added"))) }

func added(n int) *int { return new(n * 2) }
