package p

type I interface {
	F()
}
