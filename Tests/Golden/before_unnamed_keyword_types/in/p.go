package p

func F(int, func(*T)) {}

func G(int, func(T), string, chan T, map[string]T) (int, func(T), chan<- int) { return 0, nil, nil }

func (T) M(T, func(*T), ...func(T)) func(int, func(T)) { return nil }

type T struct{}
