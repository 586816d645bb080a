package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func BenchmarkRoundTrip(b *testing.B) {
	server := httptest.NewServer(handler())
	defer server.Close()
	client := server.Client()
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		resp, err := client.Get(server.URL + "/body")
		if err != nil {
			b.Fatal(err)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

// noTransport answers at once, so that BenchmarkNoNetwork would show a single comparison.
type noTransport struct{}

func (noTransport) RoundTrip(*http.Request) (*http.Response, error) { return nil, io.EOF }

func BenchmarkNoNetwork(b *testing.B) {
	t := &http.Transport{}
	t.RegisterProtocol("none", noTransport{})
	req, err := http.NewRequest("GET", "none://host/", nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		t.RoundTrip(req)
	}
}
