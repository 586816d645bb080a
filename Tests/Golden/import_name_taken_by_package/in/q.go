package p

var url = "x"
