package p

//routinex:before
func G() {
	mux.n++
	added.n++
	url.Parse("")
}

var added struct{ n int }

var _ = http.Handler(nil)

//routinex:before
func H(net int) {
	net.Dial("")
}

//routinex:edit
func I() {
	//routinex:after println(url.Path)
	println(url.Path)
}
