package p

func Map[From any, To any](from []From, f func(From) To) (result []To) {
	for _, x := range from {
		result = append(result, f(x))
	}
	return
}
