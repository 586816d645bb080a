package p

var x int

func init() {}

var _ = x

func (t *T) M() {}
