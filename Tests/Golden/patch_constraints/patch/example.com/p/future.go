//go:build go1.25

package p

func Future() {}
