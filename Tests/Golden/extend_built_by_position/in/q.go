package p

func Q() {
	_ = list{{a: 1}, {1, "x"}}
	_ = map[string]G[int]{"": {1}}
}

type (
	lists map[string][]list
	alias = H
)

func R() {
	_ = lists{"": {{{a: 2}}}}
	_ = alias{2, 3}
}

func S() {
	type local []I
	type self []self
	_ = self{{}}
	_ = local{0: {1}}
}

var t = map[J]*K{{1}: {2}}

type L struct{ M }

type M struct{ n int }

var l = L{M{3}}

var n = []struct{ N }{{N{n: 4}}}
