package p

//routinex:before
func Map[T, U any](list []T, f func(T) U) []U {
	if list == nil {
		return []U(nil)
	}
}
