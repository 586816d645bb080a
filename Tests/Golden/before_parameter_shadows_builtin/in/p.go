package p

const max = 10

func Cut(len []byte) {
	f := func(len int) int { return len }
	println(f(1), string(len))
}
