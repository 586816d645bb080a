package main

import (
	"os"
	"testing"
)

func TestRead(t *testing.T) {
	if _, err := os.ReadFile("go.mod"); err != nil {
		t.Error(err)
	}
}

func BenchmarkOpen(b *testing.B) {
	for i := 0; i < b.N; i++ {
		f, err := os.Open("go.mod")
		if err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
}
