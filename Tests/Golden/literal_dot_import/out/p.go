//line /in/p.go:1:1
package p; import url_1 "net/url"/*line :1:10*/

import . "net/url"

type sites []URL

var u = (*site(&/*line :7:9*/URL{User: func(t *Userinfo) *Userinfo { *t = user(*t); return t }(/*line :7:19*/&Userinfo{})/*line :7:30*/}))/*line :7:31*/

var many = []*URL{site(/*line :9:19*/&URL/*line :9:19*/{})/*line :9:21*/}

func F(URL int) { println(URL) }

func G() sites {
	url := 1
	_ = url
	return sites{(*site(&/*line :16:15*/url_1.URL/*line :16:15*/{}))/*line :16:17*/}
}
