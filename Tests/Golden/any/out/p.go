//line /in/p.go:1:1
package p

import "context"

func Run(ctx context.Context) error {
//line /patch/_patches/example.com/p/p.go:6:37
defer func() /*line :6:37*/{ println("ran") }()

//line /patch/_patches/_any/runs.go:13:29
{ entered("Run"/*line :13:50*/) }

//line /in/p.go:5:38
 return nil }

func other() {}
