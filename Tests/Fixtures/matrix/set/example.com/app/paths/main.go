package main

//routinex:replace
func text() string { return "main" }
