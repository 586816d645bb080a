package p

func (t *T) M() {}
