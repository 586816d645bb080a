package p

// F is.
//
//go:nosplit
func F() {}
