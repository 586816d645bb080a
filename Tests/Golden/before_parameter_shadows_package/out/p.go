//line /in/p.go:1:1
package p

import "net/url"

func Open(url_1/*line :5:14*/ string) error {
//line /patch/example.com/p/patch.go:6:33
{
	if _, err := url.Parse(url_1/*line :7:32*/); err != nil {
		return err
	}
}

//line /in/p.go:5:30

	println(url_1/*line :6:13*/)
	return nil
}

var _ = url.Parse
