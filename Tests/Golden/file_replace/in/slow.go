package p

func G() { F() }
