package p

var calls int

func Do() (count int, e error) {
	panic("no")
}
