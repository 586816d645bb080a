package p

import (
	"example.com/n/driver"
	"example.com/n/go-redis"
	"example.com/n/redis"
)

//routinex:before
func F(c *redis.Client, s store.DB) {
	redis.Get()
	other.Get()
}

//routinex:replace
func G() {
	println(other.Get())
}

//routinex:before
func Q(driver int) {
	println(driver, store.Open(), redis.Get(), other.Get())
}

var _ = store.Open()
