package p

import "strings"

type T struct{}

func F() { println(strings.ToLower("")) }
