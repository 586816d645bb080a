package p

import (
	"example.com/n/go-redis"
	"example.com/n/yaml.v3"
)

//routinex:before
func F(c *redis.Client) {
	yaml.Parse()
	redis.Get()
}

//routinex:replace
func G() {
	println(yaml.Parse())
}
