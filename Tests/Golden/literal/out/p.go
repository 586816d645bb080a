//line /in/p.go:1:1
package p

import "net/url"

var home = (*checked(&/*line :5:12*/url.URL{Host: "a"}))/*line :5:30*/

var start = checked(/*line :7:13*/&url.URL{Host: "a"})/*line :7:32*/

type pool []*url.URL

type URL struct{ Host string }

func get(u *url.URL) (*url.URL, error) { return u, nil }

func F() {
	a := checked(/*line :16:7*/&url.URL{
		Scheme: "http",
		Host:   "a",
	})/*line :19:3*/
	b := checked(/*line :20:7*/&(url.URL{}))/*line :20:19*/
	c := (*checked(&/*line :21:7*/url.URL{Host: "c"}))/*line :21:25*/.String()
	d, _ := get(checked(/*line :22:14*/&url.URL{User: url.User("d")})/*line :22:43*/)
	if e := ((*checked(&/*line :23:11*/url.URL{}))/*line :23:20*/); e == home {
		println(e.Host)
	}
	defer (*checked(&/*line :26:8*/url.URL{}))/*line :26:17*/.Query()
	for _, f := range []url.URL{(*checked(&/*line :27:30*/url.URL/*line :27:30*/{Host: "f"}))/*line :27:41*/} {
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
