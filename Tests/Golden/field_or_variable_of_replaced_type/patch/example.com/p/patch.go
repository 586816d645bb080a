package p

//routinex:replace
type S map[string]string

//routinex:replace
func F(k string) any { return S{k: "v"} }
