package p

type T struct{ string string }

func F(string string) { println(T{string: string}) }
