//line /in/p.go:1:1
package p

func F(len_1/*line :3:11*/ string) (string int) {
//line /patch/example.com/p/patch.go:4:26
defer func() /*line :4:26*/{ string/*line :4:29*/ = len(len_1/*line :4:37*/) }()

//line /in/p.go:3:34
 return 1 }
