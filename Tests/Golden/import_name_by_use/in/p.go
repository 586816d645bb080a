package p

import (
	"example.com/n/go-redis"
	"example.com/n/yaml.v3"
)

func F(c *redis.Client) {}

func G() {
	println(redis.Get(), yaml.Parse())
}
