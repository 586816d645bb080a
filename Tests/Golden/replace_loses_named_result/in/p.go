package p

func F() (err error) {
	defer func() { err = nil }()
	return
}
