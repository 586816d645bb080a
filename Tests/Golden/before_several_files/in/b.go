package p

func B() {}
