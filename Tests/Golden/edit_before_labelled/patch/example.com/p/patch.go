package p

//routinex:edit
func F(n int) int {
	//routinex:before #1 n++
	println("retry")
	//routinex:before for i := 0; i < n; i++ { if i == 2 { continue loop }; if i == 5 { break loop } }
	println("loop")
	//routinex:before for { if n > 10 { break again }; n++; goto again }
	println("again")
	//routinex:before for n < 20 { n++; if n == 15 { goto first }; if n == 16 { continue second } }
	println("first")
	//routinex:before for { break again }
	println("inner")
}

//routinex:edit
func F(n int) int {
	//routinex:before for { if n > 10 { break again }; n++; goto again }
	println("again, too")
}
