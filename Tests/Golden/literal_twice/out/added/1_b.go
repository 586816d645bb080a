//line /patch2/example.com/p/b.go:1:1
package p

//routinex:literal T
func third(t *T) *T { return t }

//routinex:literal T
func fourth(t T) T { return t }
