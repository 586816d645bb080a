package deep

//routinex:replace
func Text() string { return "deep" }
