package p

//routinex:before
func (*T) Serve(w string, _ int) {
	served++
}
