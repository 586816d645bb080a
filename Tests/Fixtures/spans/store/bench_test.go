package store

import (
	"context"
	"testing"
)

func BenchmarkCount(b *testing.B) {
	values := make([]int, 100)
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		Count(context.Background(), values)
	}
}
