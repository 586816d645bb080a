package p

import "example.com/n/go-redis"

//routinex:before
func F() {
	redis.Get()
}
