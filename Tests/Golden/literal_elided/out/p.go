//line /in/p.go:1:1
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
	a = []T{(*counted(&/*line :18:10*/T/*line :18:10*/{1, 2}))/*line :18:16*/, (*counted(&/*line :18:18*/T/*line :18:18*/{a: 1}))/*line :18:24*/, (*counted(&/*line :18:26*/T{}))/*line :18:29*/}
	b = []*T{counted(/*line :19:11*/&T/*line :19:11*/{1, 2})/*line :19:17*/, counted(/*line :19:19*/&T{3, 4})/*line :19:27*/, nil}
	c = map[T][]T{(*counted(&/*line :20:16*/T/*line :20:16*/{1, 2}))/*line :20:22*/: {(*counted(&/*line :20:25*/T/*line :20:25*/{3, 4}))/*line :20:31*/, (*counted(&/*line :20:33*/T/*line :20:33*/{}))/*line :20:35*/}, (*counted(&/*line :20:38*/T{}))/*line :20:41*/: nil}
	d = [...]T{1: (*counted(&/*line :21:16*/T/*line :21:16*/{}))/*line :21:18*/, 0: (*counted(&/*line :21:23*/T/*line :21:23*/{1, 2}))/*line :21:29*/}
	e = list{
		(*counted(&/*line :23:3*/T/*line :23:3*/{
			1, 2,
		}))/*line :25:4*/,
		(*counted(&/*line :26:3*/T/*line :26:3*/{}))/*line :26:5*/,
	}
	f = matrix{{(*counted(&/*line :28:14*/T/*line :28:14*/{1, 2}))/*line :28:20*/}, {1: (*counted(&/*line :28:27*/T/*line :28:27*/{}))/*line :28:29*/}}
	g = byName{"a": counted(/*line :29:18*/&T/*line :29:18*/{})/*line :29:20*/}
	h = aliases{(*counted(&/*line :30:14*/T/*line :30:14*/{}))/*line :30:16*/, (*counted(&/*line :30:18*/alias{}))/*line :30:25*/}
	i = []another{{}, another{}}
	j = generic[T]{{}}
	k = partly[int]{"a": {}}
	l = hides[[1]int]{{}}
	m = []struct{ t T }{{(*counted(&/*line :35:23*/T{}))/*line :35:26*/}, {t: (*counted(&/*line :35:33*/T{1, 2}))/*line :35:40*/}}
	n = &[]T{(*counted(&/*line :36:11*/T/*line :36:11*/{}))/*line :36:13*/}
	o = [](*T){counted(/*line :37:13*/&T/*line :37:13*/{})/*line :37:15*/}
	q = map[string]map[string][]*T{"a": {"b": {counted(/*line :38:45*/&T/*line :38:45*/{})/*line :38:47*/}}}
)

func F() {
	type inner []*T
	type same = T
	type local T
	_ = inner{counted(/*line :45:12*/&T/*line :45:12*/{})/*line :45:14*/}
	_ = []same{(*counted(&/*line :46:13*/same/*line :46:13*/{}))/*line :46:15*/}
	_ = []local{{}}
	_ = func() []T { return []T{(*counted(&/*line :48:30*/T/*line :48:30*/{1, 2}))/*line :48:36*/} }
}

func G() {
	type T struct{ c int }
	_ = []T{{1}}
	_ = []alias{(*counted(&/*line :54:14*/alias/*line :54:14*/{1, 2}))/*line :54:20*/}
}
