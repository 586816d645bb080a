package p

//routinex:literal T
func counted(t *T) *T {
	return t
}
