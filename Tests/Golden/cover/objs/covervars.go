package p

var goCover_1 [4]uint32
