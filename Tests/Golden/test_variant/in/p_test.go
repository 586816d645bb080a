package p

func helper() { F() }
