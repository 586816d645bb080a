package p

import . "strings"

func F() { println(ToLower("")) }
