//line /patch2/example.com/p/x.go:1:1
package p

func Y() {}
