package p

type T struct{ n int }

func (t *T) A()      { t.n++ }
func (t T) B() int   { return t.n }
func (t *T) C() int  { return 1 }
func (*T) init()     {}
func (u *U) A()      {}

type U struct{}

func init() {}
func A()    {}
func B(n int, s ...string) (int, string) { return n, "" }
