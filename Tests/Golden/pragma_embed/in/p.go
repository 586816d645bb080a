package p

var s string
