//line /in/p.go:1:1
package p

import "time"

type T struct {
	n  int
	at time.Time
}

func (t T) Sub(u T) time.Duration { return t.at.Sub(u.at) }

func (t *T) Add() {}

func F() *T {
	println(t(/*line :15:10*/T{})/*line :15:13*/.Sub(t(/*line :15:18*/T{n: 1})/*line :15:25*/))
	(func(v *T) *T { *v = t(*v); return v }(/*line :16:3*/&T{})/*line :16:7*/).Add()
	list := []*T{func(v *T) *T { *v = t(*v); return v }(/*line :17:15*/&T/*line :17:15*/{n: 1})/*line :17:21*/, func(v *T) *T { *v = t(*v); return v }(/*line :17:23*/&T{n: 2})/*line :17:31*/}
	byKey := map[T]T{t(/*line :18:19*/T/*line :18:19*/{})/*line :18:21*/: t(/*line :18:23*/T/*line :18:23*/{n: 1})/*line :18:29*/}
	return func(v *T) *T { *v = t(*v); return v }(/*line :19:9*/&T{n: len(list) + len(byKey)})/*line :19:38*/
}
