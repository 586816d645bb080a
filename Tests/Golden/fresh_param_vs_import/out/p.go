//line /in/p.go:1:1
package p; import url "net/url"/*line :1:10*/

func F(url_1/*line :3:11*/ string) {
//line /patch/example.com/p/patch.go:6:18
{ url.Parse(url_1/*line :6:31*/) }

//line /in/p.go:3:21
}
