package p

import . "net/url"

type sites []URL

var u = URL{User: &Userinfo{}}

var many = []*URL{{}}

func F(URL int) { println(URL) }

func G() sites {
	url := 1
	_ = url
	return sites{{}}
}
