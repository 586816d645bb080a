package p

type T int

func (T) Serve(_ string, _ int) error { return nil }
