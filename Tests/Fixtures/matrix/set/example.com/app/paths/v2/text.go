package paths

//routinex:replace
func Text() string { return "v2" }
