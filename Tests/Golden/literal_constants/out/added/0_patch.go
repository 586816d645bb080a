//line /patch/example.com/p/patch.go:1:1
package p

//routinex:literal T
func made(t *T) *T { return t }
