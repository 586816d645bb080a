package p

func main() {}

func F() {}
