//line /in/p.go:1:1
package p

func Map[From any, To any](from []From, f func(From) To) (result []To) {
//line /patch/example.com/p/patch.go:4:47
{
	if from/*line :5:9*/ == nil {
		return []To/*line :6:13*/(nil)
	}
}

//line /in/p.go:3:73

	for _, x := range from {
		result = append(result, f(x))
	}
	return
}
