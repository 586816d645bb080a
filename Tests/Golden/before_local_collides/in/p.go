package p

func Run(name string) {
	println(name)
}
