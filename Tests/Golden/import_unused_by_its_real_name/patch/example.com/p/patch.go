package p

import store "example.com/n/go-redis"

//routinex:replace
func F() {
	println(store.Get())
}
