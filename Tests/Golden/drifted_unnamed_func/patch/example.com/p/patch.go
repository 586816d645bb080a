package p

//routinex:before
func F(int, func(T)) {
}
