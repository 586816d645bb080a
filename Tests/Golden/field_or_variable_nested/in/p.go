package p

type T struct{ name string }

type List []T

type Table map[string]*T

type Grid []map[string]T

type Words [][]string

func F(n int) {}
