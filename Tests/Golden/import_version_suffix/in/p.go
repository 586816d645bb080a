package p

import old "math/rand"

func F() { println(old.Int()) }
