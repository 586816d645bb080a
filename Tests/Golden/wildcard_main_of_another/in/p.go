package p

func main() {}
