package p

//routinex:replace
const A = 10

//routinex:replace
const B = 20
