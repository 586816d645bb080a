//line /in/p.go:1:1
package p

const A = 
//line /patch/example.com/p/patch.go:4:11
3
//line /in/p.go:3:23
 const B = 2 /* two */

type 
//line /patch/example.com/p/patch.go:7:6
T string
//line /in/p.go:5:24
 type U T
