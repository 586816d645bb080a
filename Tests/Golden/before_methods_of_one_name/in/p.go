package p

type A struct{}

func (a *A) Close() error { return nil }

type B struct{ closed bool }

func (b *B) Close() error { return nil }

func Close() {}
