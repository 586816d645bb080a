package p

import r "example.com/n/go-redis"

//routinex:before
func G() {
	r.Get()
}
