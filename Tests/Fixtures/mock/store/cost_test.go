package store_test

import (
	"testing"

	"fixture/mock/store"
)

func BenchmarkDigest(b *testing.B) {
	data := make([]byte, 1000)
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		data[i%len(data)] = store.Digest(data)[0]
	}
}
