package p

type S struct{ k string }

var k = "global"

func F(x string) any { return nil }
