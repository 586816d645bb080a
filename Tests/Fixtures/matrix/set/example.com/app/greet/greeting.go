package greet

//routinex:replace
func Greeting() string { return "patched" }
