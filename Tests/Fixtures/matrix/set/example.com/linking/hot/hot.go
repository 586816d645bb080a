package hot

// Calls counts the calls of Work.
var Calls int

//routinex:before
func Work(n int) uint64 {
	Calls++
}
