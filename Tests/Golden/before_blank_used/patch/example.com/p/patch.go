package p

//routinex:before
func Serve(w string, n int) {
	println(n)
}
