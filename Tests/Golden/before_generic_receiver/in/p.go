package p

type Table[K comparable, V any] struct {
	entries map[K]V
	zeros   int
}

func (t *Table[K, V]) Get(k K) (V, bool) {
	v, ok := t.entries[k]
	return v, ok
}
