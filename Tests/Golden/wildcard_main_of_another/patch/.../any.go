package any

//routinex:before
func main() {
	println("any")
}
