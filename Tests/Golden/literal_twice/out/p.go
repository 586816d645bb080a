//line /in/p.go:1:1
package p

type T struct{ a int }

type list []T

func F() {
	_ = fourth(/*line :8:6*/(*third(func(t T) *T { return &t }(/*line :8:6*/second(/*line :8:6*/(*first(&/*line :8:6*/T{1}))/*line :8:10*/)/*line :8:10*/)))/*line :8:10*/)/*line :8:10*/
	_ = func(t *T) *T { *t = fourth(*t); return t }(/*line :9:6*/third(/*line :9:6*/func(t *T) *T { *t = second(*t); return t }(/*line :9:6*/first(/*line :9:6*/&T{2})/*line :9:11*/)/*line :9:11*/)/*line :9:11*/)/*line :9:11*/
	_ = []T{fourth(/*line :10:10*/(*third(func(t T) *T { return &t }(/*line :10:10*/second(/*line :10:10*/(*first(&/*line :10:10*/T/*line :10:10*/{3}))/*line :10:13*/)/*line :10:13*/)))/*line :10:13*/)/*line :10:13*/}
	_ = []*T{func(t *T) *T { *t = fourth(*t); return t }(/*line :11:11*/third(/*line :11:11*/func(t *T) *T { *t = second(*t); return t }(/*line :11:11*/first(/*line :11:11*/&T/*line :11:11*/{4})/*line :11:14*/)/*line :11:14*/)/*line :11:14*/)/*line :11:14*/}
	_ = whole(/*line :12:6*/list{fourth(/*line :12:11*/(*third(func(t T) *T { return &t }(/*line :12:11*/second(/*line :12:11*/(*first(&/*line :12:11*/T/*line :12:11*/{5}))/*line :12:14*/)/*line :12:14*/)))/*line :12:14*/)/*line :12:14*/, fourth(/*line :12:16*/(*third(func(t T) *T { return &t }(/*line :12:16*/second(/*line :12:16*/(*first(&/*line :12:16*/T{6}))/*line :12:20*/)/*line :12:20*/)))/*line :12:20*/)/*line :12:20*/})/*line :12:21*/
}
