//line /patch/example.com/p/now.go:1:1
//go:build go1.24 && !go1.25 && unix && gc

package p

func Now() {}
