//line /patch/example.com/p/patch.go:1:1
//routinex:file replace quick.go

package p

func F() {}
