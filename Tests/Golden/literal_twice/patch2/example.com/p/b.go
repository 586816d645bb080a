package p

//routinex:literal T
func third(t *T) *T { return t }

//routinex:literal T
func fourth(t T) T { return t }
