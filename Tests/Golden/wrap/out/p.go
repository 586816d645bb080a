//line /in/p.go:1:1
package p; import time "time"/*line :1:10*/

type Client struct{}

func (c *Client) Do(name /*line :5:21*/string, args /*line :5:29*/...any) (err /*line :5:37*/error)/*line :5:42*/ {
//line /patch2/example.com/p/patch.go:4:53
original_2 := func(name string, args ...any) (err error) { c := c; _ = c;
//line /patch/example.com/p/patch.go:6:59
original_1 := func(name string, args ...any) (err error) { c := c; _ = c;
//line /in/p.go:5:44

	c.Do("")
	return nil

/*line :8:1*/}; _ = original_1

//line /patch/example.com/p/patch.go:6:59
{
	start := time.Now()
	defer func() { println(time.Since(start), err) }()
	if name == "" {
		return nil
	}
	return original_1/*line :12:17*/(name, args...)
}


//line /in/p.go:8:1
}; _ = original_2

//line /patch2/example.com/p/patch.go:4:53
{
	return original_2/*line :5:17*/(name+"!", args...)
}

//line /in/p.go:8:1
}
