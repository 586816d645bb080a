//line /in/p.go:1:1
package p

import (
	"fmt"

	_ /*line :6:2*/"example.com/n/driver"
	"example.com/n/go-redis"
)

func F() {
//line /patch/example.com/p/patch.go:6:11

	println(redis/*line :7:15*/.Get())

//line /in/p.go:10:34
}

func G() { fmt.Println(redis.Get()) }
