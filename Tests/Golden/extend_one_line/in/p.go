package p

type T struct{ a int }

type U struct { a, b int; c string }
