package p

func F(p *int, c chan int, f []func()) {
	*p = 1
	<-c
	(f[0])()
	*p = 1
	func() { println() }()
	all := c
	all <- 1
	<-c
	{
		*p++
	}
	*p++
	[]int{1}[0] = 2
	f[0]()
	*p = 2
	f[0]()
}
