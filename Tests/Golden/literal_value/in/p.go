package p

import "time"

type T struct {
	n  int
	at time.Time
}

func (t T) Sub(u T) time.Duration { return t.at.Sub(u.at) }

func (t *T) Add() {}

func F() *T {
	println(T{}.Sub(T{n: 1}))
	(&T{}).Add()
	list := []*T{{n: 1}, &T{n: 2}}
	byKey := map[T]T{{}: {n: 1}}
	return &T{n: len(list) + len(byKey)}
}
