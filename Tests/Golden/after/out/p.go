//line /in/p.go:1:1
package p

func F(a /*line :3:8*/int) (n /*line :3:14*/int, err /*line :3:19*/error) {
//line /patch/example.com/p/patch.go:4:34
defer func() /*line :4:34*/{
	if r := recover(); r != nil {
		n, err = a, nil
		return
	}
}()

//line /in/p.go:3:27
 return 1, nil }
