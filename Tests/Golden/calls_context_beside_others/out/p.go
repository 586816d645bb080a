//line /in/p.go:1:1
package p

import (
	"context"
	"fmt"
)

type T struct{}

func F(ctx_1/*line :10:11*/ context.Context, name string) {
//line /patch/example.com/p/a.go:10:40
{ println(ctx) }

//line /in/p.go:10:43
 _ = sprint/*line :10:58*/(sprint/*line :10:69*/(made(/*line :10:70*/T{})/*line :10:73*/, ctx_1/*line :10:73*/), ctx_1/*line :10:74*/) }

func G(ctx context.Context) {
//line /patch/example.com/p/a.go:16:27
original_1 := func(ctx context.Context)  {
//line /in/p.go:12:30
 _ = sprint/*line :12:45*/(made(/*line :12:46*/T{})/*line :12:49*/, ctx/*line :12:49*/) 
/*line :12:51*/}; _ = original_1

//line /patch/example.com/p/a.go:16:27
{ original_1/*line :16:37*/(ctx/*line :16:39*/) }

//line /in/p.go:12:51
}

func H(ctx context.Context) {
//line /patch/example.com/p/a.go:19:28

//line /in/p.go:14:51
}

func I(ctx context.Context) { _ = fmt.Sprint([]any{"a"}...) + fmt.Sprint("a", "b", "c") }
