package p

import "os"

type T struct{ a int }

func (t T) Show() {}

var replaced = T{40}

var kept = T{41}

func Edited() {
	var x T
	T{1}.Show();x = T{2}
	_ = x
}

func Replaced() T { return T{30} }

func Wrapped(unnamed T) T {T{6}.Show();return T{unnamed.a}}

func Exits() { os.Exit(T{7}.a) }

func removed() { _ = T{8} }
