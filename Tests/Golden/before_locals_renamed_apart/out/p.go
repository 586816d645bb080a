//line /in/p.go:1:1
package p

func F(b string) {
//line /patch/example.com/p/patch.go:4:18
{
	_ = func(b_1/*line :5:12*/ string) string { return b/*line :5:38*/ + b_1/*line :5:42*/ }
	switch b_2/*line :6:10*/ := any(b/*line :6:19*/).(type) {
	case string:
		println(b/*line :8:12*/, b_2/*line :8:15*/)
	}
	type b_3/*line :10:8*/ struct{ a string }
	_ = b_3/*line :11:7*/{b/*line :11:9*/}
}

//line /in/p.go:3:19
}
