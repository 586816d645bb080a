package p

type T struct{}

func F() {}

func (x T) M(p int?) int { return p }

func (x T) N() {}
