package x

//routinex:replace
func Text() string { return "x.v3" }
