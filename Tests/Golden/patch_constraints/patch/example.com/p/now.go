//go:build go1.24 && !go1.25 && unix && gc

package p

func Now() {}
