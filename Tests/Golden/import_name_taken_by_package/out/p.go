//line /in/p.go:1:1
package p; import url_1 "net/url"/*line :1:10*/

func F(a string) {
//line /patch/example.com/p/patch.go:6:18
{
	url_1/*line :7:5*/.Parse(a)
}

//line /in/p.go:3:19
 println(url) }
