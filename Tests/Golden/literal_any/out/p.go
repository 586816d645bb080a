//line /in/p.go:1:1
package p

import "net/url"

var u = site(/*line :5:9*/&url.URL{})/*line :5:19*/
