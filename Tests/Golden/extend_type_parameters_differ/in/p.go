package p

type T[K any] struct{ y K }
