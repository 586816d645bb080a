package p

import (
	"example.com/n/driver"
	"example.com/n/go-redis"
)

func F(c *redis.Client, s store.DB) {}

func G() { println(store.Open()) }

func H() { println(redis.Get()) }
