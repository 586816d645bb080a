package p

type T struct{}

type U struct {
}

type V struct { // nothing
	// to see
}
