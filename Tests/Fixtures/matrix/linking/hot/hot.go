// Package hot is what a program spends its time in.
package hot

// Work is a number that takes a while.
func Work(n int) uint64 {
	x := uint64(n)
	for i := 0; i < n; i++ {
		x = mix(x, uint64(i))
	}
	return x
}

// mix costs more than the compiler inlines without a profile that says that it is hot.
func mix(x, y uint64) uint64 {
	x ^= y*0x9e3779b97f4a7c15 + x<<6 + x>>2
	x ^= y*0xbf58476d1ce4e5b9 + x<<7 + x>>3
	x ^= y*0x94d049bb133111eb + x<<9 + x>>5
	x ^= y*0xd6e8feb86659fd93 + x<<11 + x>>7
	x ^= y*0xff51afd7ed558ccd + x<<13 + x>>9
	x ^= y*0xc4ceb9fe1a85ec53 + x<<15 + x>>11
	x ^= y*0x2545f4914f6cdd1d + x<<17 + x>>13
	return x ^ x>>31
}
