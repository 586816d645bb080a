package p

//routinex:edit
func F(p *int, c chan int, f []func()) {
	//routinex:after all *p = 1
	println(1)
	//routinex:before all <-c
	println(2)
	//routinex:before (f[0])()
	println(3)
	//routinex:after func() { println() }()
	println(4)
	//routinex:after all <- 1
	println(5)
	//routinex:after #2 *p++
	println(6)
	//routinex:before { *p++ }
	println(7)
	//routinex:before []int{1}[0] = 2
	println(8)
	//routinex:after all f[0]()
	println(9)
	//routinex:before #1*p = 2
	println(10)
}
