package p

import "net/http"

var mux struct{ n int }

func F(l http.Handler) {
	http.Error(nil, "", 0)
}

func G() {}

func H(net int) { println(net) }

func I() {
	url := struct{ Path string }{}
	println(url.Path)
}
