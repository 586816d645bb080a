//line /in/p.go:1:1
package p; import url "net/url"/*line :1:10*/

import neturl "net/url"

func F(neturl string) {
//line /patch/example.com/p/patch.go:6:18
{
	url.Parse(neturl/*line :7:13*/)
}

//line /in/p.go:5:24
}

func G(a string) {
//line /patch/example.com/p/patch.go:11:18
{
	neturl := a
	url.Parse(neturl)
}

//line /in/p.go:7:19
 neturl.Parse(a) }
