//line /in/p.go:1:1
package p

import (
	"example.com/n/go-redis"
	"example.com/n/yaml.v3"
)

func F(c *redis.Client) {
//line /patch/example.com/p/a.go:9:25
{
	yaml.Parse()
	redis.Get()
}

//line /in/p.go:8:26
}

func G() {
//line /patch/example.com/p/a.go:15:11

	println(yaml.Parse())

//line /in/p.go:12:1
}
