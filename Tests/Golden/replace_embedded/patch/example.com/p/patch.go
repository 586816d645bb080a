package p

//routinex:replace
var a = "x"

//routinex:replace
var b = []byte("y")

//routinex:remove
var d string
