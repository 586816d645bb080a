package p

type T int

func F(a int,
	b   []byte,
) (n int, err error) {
	return 0, nil
}

func (t T) M() {}

func G(f func(int, int) (n int, err error), m map[string]any, c <-chan interface{}) {}
