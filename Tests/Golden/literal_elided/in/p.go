package p

type T struct{ a, b int }

type (
	list    []T
	matrix  [][2]T
	byName  map[string]*T
	alias   = T
	aliases = []alias
	another T
	generic[E any] []E
	partly[E any]  map[string]T
	hides[T any]   []T
)

var (
	a = []T{{1, 2}, {a: 1}, T{}}
	b = []*T{{1, 2}, &T{3, 4}, nil}
	c = map[T][]T{{1, 2}: {{3, 4}, {}}, T{}: nil}
	d = [...]T{1: {}, 0: {1, 2}}
	e = list{
		{
			1, 2,
		},
		{},
	}
	f = matrix{{{1, 2}}, {1: {}}}
	g = byName{"a": {}}
	h = aliases{{}, alias{}}
	i = []another{{}, another{}}
	j = generic[T]{{}}
	k = partly[int]{"a": {}}
	l = hides[[1]int]{{}}
	m = []struct{ t T }{{T{}}, {t: T{1, 2}}}
	n = &[]T{{}}
	o = [](*T){{}}
	q = map[string]map[string][]*T{"a": {"b": {{}}}}
)

func F() {
	type inner []*T
	type same = T
	type local T
	_ = inner{{}}
	_ = []same{{}}
	_ = []local{{}}
	_ = func() []T { return []T{{1, 2}} }
}

func G() {
	type T struct{ c int }
	_ = []T{{1}}
	_ = []alias{{1, 2}}
}
