package p

//routinex:before
func F(http.Handler) {
}
