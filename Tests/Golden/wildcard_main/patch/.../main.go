package main

//routinex:before
func main() {
	println("start")
}
