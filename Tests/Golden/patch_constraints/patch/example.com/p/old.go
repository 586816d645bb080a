// +build linux,!race darwin
// +build amd64

package p

func Old() {}
