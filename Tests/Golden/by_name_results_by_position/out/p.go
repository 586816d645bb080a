//line /in/p.go:1:1
package p

func F(a, b int) (count /*line :3:19*/int, err /*line :3:24*/error) {
//line /patch/example.com/p/patch.go:5:38
defer func() /*line :5:38*/{
	if err != nil {
		count = b
	}
}()

//line /in/p.go:3:32
 return a, nil }

func G(a int) (n int, err error) {
//line /patch/example.com/p/patch.go:13:27
defer func() /*line :13:27*/{
	err/*line :14:3*/ = nil
}()

//line /in/p.go:5:35
 return a, nil }

func H() (n int, err error) { return 0, nil }
