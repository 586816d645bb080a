package p

//routinex:before
func Log(format string, values ...any) {
	lines += len(values)
}
