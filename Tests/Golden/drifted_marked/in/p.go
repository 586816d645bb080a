package p

type T struct{}

func (t *T) Added(name string, size int) error { return nil }

func (t *T) Results() (n int, err error) { return 0, nil }

func Variadic(format string, args ...any) {}

func Generic[K comparable, V any](m map[K]V, _ func(K) V) {}

func é(wide string, x int) {}
