package p

func F(a, b int) (int, error) { return a, nil }

func G(a int) (n int, err error) { return a, nil }

func H() (n int, err error) { return 0, nil }
