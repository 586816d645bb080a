package p

import a "hash"

func Key[Hash a.Hash](h func() Hash, sum *[4]byte) {}
