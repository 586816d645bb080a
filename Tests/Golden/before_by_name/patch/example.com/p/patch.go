package p

//routinex:before
//routinex:by-name
func F(ctx string) { println(ctx) }
