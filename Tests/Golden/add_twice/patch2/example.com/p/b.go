package p

func init() {}

func x() {}

var _ = x

func (u *T) M() {}
