//line /in/p.go:1:1
package p

type Table[K comparable, V any] struct {
	entries map[K]V
	zeros   int
}

func (t *Table[K, V]) Get(k K) (V, bool) {
//line /patch/example.com/p/patch.go:4:60
{
	var none V/*line :5:16*/
	if t/*line :6:10*/.entries == nil {
		return none, false
	}
	var zero K/*line :9:14*/
	if k/*line :10:8*/ == zero {
		t/*line :11:8*/.zeros++
	}
}

//line /in/p.go:8:43

	v, ok := t.entries[k]
	return v, ok
}
