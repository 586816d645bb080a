package p

import "hash"

//routinex:before
func Key[T hash.Hash](make func() T, sum *[4]byte) { _ = make() }
