package p

//routinex:replace
func F() error { return nil }
