//routinex:file replace quick.go

package p

func F() {}
