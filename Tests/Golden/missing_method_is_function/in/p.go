package p

type Conn int

func serve() {}
