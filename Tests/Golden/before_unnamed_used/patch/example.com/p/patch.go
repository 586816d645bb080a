package p

//routinex:before
func (t T) Serve(w string, n int) (err error) {
	println(w, n)
	println(t, err)
}
