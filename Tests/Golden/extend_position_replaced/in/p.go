package p

type T struct{ a int }

func F() T { return T{1} }
