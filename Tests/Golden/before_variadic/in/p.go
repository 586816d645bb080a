package p

var lines int

func Log(f string, args ...interface{}) {
}
