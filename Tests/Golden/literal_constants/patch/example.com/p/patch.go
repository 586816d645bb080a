package p

//routinex:literal T
func made(t *T) *T { return t }
