//line /patch/example.com/p/old.go:1:1
// +build linux,!race darwin
// +build amd64

package p

func Old() {}
