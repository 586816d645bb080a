package p

func goexit0(gp *int) {}

func goexit1() {}

type T struct{}

func (t *T) Close() error { return nil }

func (t T) Clone() error { return nil }
