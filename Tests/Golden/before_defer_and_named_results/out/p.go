//line /in/p.go:1:1
package p

var calls int

func Do() (count int, e error) {
//line /patch/example.com/p/patch.go:4:30
{
	defer func() {
		if recover() != nil {
			count/*line :7:5*/, e/*line :7:10*/ = -1, nil
		}
	}()
	if calls++; calls > 3 {
		return
	}
}

//line /in/p.go:5:33

	panic("no")
}
