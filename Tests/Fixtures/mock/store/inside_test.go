package store

import (
	"testing"

	"fixture/mock/mock"
)

func TestUnexported(t *testing.T) {
	mock.Replace(t, path, func(name string) string { return "<" + path(name) + ">" })
	if text := Get("a"); text != "no </a>" {
		t.Error(text)
	}
}
