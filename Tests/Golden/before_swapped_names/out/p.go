//line /in/p.go:1:1
package p

func Move(to, from string) error {
//line /patch/example.com/p/patch.go:4:34
{
	if to/*line :5:9*/ == from/*line :5:15*/ {
		return nil
	}
}

//line /in/p.go:3:35
 return rename(to, from) }

func rename(a, b string) error { return nil }
