package any

//routinex:optional
//routinex:before
func main() {
	println("any")
}
