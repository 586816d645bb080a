package p

func F() (n int, err error) { return 0, nil }

func G() (n int, err error) { return 0, nil }
