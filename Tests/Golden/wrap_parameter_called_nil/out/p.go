//line /in/p.go:1:1
package p

func g(nil_1/*line :3:11*/ int) int {
//line /patch/example.com/p/patch.go:4:19
original_1 := func(nil_1 int) (int) {
//line /in/p.go:3:22
 return nil_1/*line :3:33*/ 
/*line :3:34*/}; _ = original_1

//line /patch/example.com/p/patch.go:4:19
{
	var p *int
	if p == nil {
		return original_1/*line :7:18*/(nil_1/*line :7:20*/)
	}
	return 0
}

//line /in/p.go:3:34
}

func h(true_1/*line :5:12*/, len_1/*line :5:17*/ int) (error_1/*line :5:29*/ error) {
//line /patch/example.com/p/patch.go:13:30
original_1 := func(true_1 int, len_1 int) (error_1 error) {
//line /in/p.go:5:38
 println(true_1/*line :5:51*/, len_1/*line :5:56*/); return error_1/*line :5:71*/ 
/*line :5:72*/}; _ = original_1

//line /patch/example.com/p/patch.go:13:30
{
	var other error
	if true && len("") == true_1/*line :15:25*/ {
		return other
	}
	return original_1/*line :18:17*/(true_1/*line :18:19*/, len_1/*line :18:22*/)
}

//line /in/p.go:5:72
}
