//line /in/p.go:1:1
package p

func F() (n /*line :3:10*/int)/*line :3:13*/ {
//line /patch/example.com/p/patch.go:10:18
original_1 := func() (n int) {/*line :4:18*/defer func() /*line :4:18*/{ n++ }()
/*line :7:18*/{ println(n) }

//line /in/p.go:3:15
 return 1 
/*line :3:25*/}; _ = original_1

//line /patch/example.com/p/patch.go:10:18
{ return original_1/*line :10:35*/() + 1 }

//line /in/p.go:3:25
}
