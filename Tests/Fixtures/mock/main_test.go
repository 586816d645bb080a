package main

import (
	"testing"

	"fixture/mock/mock"
)

func TestGreeting(t *testing.T) {
	mock.Replace(t, greeting, func(name string) string { return greeting(name) + "!" })
	if text := greeting("you"); text != "hello you!" {
		t.Error(text)
	}
}
