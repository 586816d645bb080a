package p

type T = struct{ b int }
