package p

import (
	"fmt"

	"example.com/n/driver"
	"example.com/n/go-redis"
)

func F() { println(store.Open()) }

func G() { fmt.Println(redis.Get()) }
