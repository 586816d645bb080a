//line /in/p.go:1:1
package p

var lines int

func Log(f string, args ...interface{}) {
//line /patch/example.com/p/patch.go:4:40
{
	lines += len(args/*line :5:21*/)
}

//line /in/p.go:5:42

}
