package p

//routinex:literal T
func limited(t *T) *T {
	t.limit = limit()
	return t
}

func limit() int { return defaultLimit() }

//routinex:literal U
func named(u *U) *U {
	u.name = name
	return u
}

//routinex:literal V
func fine(v *V) *V {
	v.n = free + pair2 + unset.n
	return v
}
