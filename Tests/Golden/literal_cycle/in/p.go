package p

type T struct{ limit int }

type U struct{ name string }

type V struct{ n int }

var defaults = newT()

var name = U{name: "u"}.name

var free = 1

var pair1, pair2 = V{1}.n, 2

var unset V

func newT() *T { return &T{limit: 1} }

func defaultLimit() int { return defaults.limit }
