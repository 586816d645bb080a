package p

//routinex:replace
const A = 3

//routinex:replace
type T string
