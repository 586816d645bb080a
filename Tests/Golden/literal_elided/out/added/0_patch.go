//line /patch/example.com/p/patch.go:1:1
package p

//routinex:literal T
func counted(t *T) *T {
	return t
}
