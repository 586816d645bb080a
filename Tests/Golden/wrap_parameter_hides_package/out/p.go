//line /in/p.go:1:1
package p

import "net/url"

func F(url_1/*line :5:11*/ *url.URL) string {
//line /patch/example.com/p/patch.go:6:27
original_1 := func(url_1 *url.URL) (string) {
//line /in/p.go:5:30
 return url_1/*line :5:41*/.Path 
/*line :5:47*/}; _ = original_1

//line /patch/example.com/p/patch.go:6:27
{ return original_1/*line :6:44*/(url_1/*line :6:46*/) }

//line /in/p.go:5:47
}
