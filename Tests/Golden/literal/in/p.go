package p

import "net/url"

var home = url.URL{Host: "a"}

var start = &url.URL{Host: "a"}

type pool []*url.URL

type URL struct{ Host string }

func get(u *url.URL) (*url.URL, error) { return u, nil }

func F() {
	a := &url.URL{
		Scheme: "http",
		Host:   "a",
	}
	b := &(url.URL{})
	c := url.URL{Host: "c"}.String()
	d, _ := get(&url.URL{User: url.User("d")})
	if e := (url.URL{}); e == home {
		println(e.Host)
	}
	defer url.URL{}.Query()
	for _, f := range []url.URL{{Host: "f"}} {
		println(f.Host)
	}
	own := URL{"a"}
	_, _, _, _, _ = a, b, c, d, own
	func(url URL) { println(URL{url.Host}.Host) }(own)
	{
		type url struct{ URL struct{} }
		_ = url{}.URL
	}
}
