//line /in/p.go:1:1
package p; import other "example.com/n/redis"/*line :1:10*/

import (
	"example.com/n/driver"
	"example.com/n/go-redis"
)

func F(c *redis.Client, s store.DB) {
//line /patch/example.com/p/patch.go:10:37
{
	redis.Get()
	other.Get()
}

//line /in/p.go:8:38
}

func G() {
//line /patch/example.com/p/patch.go:16:11

	println(other.Get())

//line /in/p.go:10:34
}

func H() { println(redis.Get()) }
