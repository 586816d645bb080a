package p

// Says who comes.
//
//routinex:before
func Greet(name string) string {
	if name == "" {
		return "nobody"
	}
	greeted++
}
