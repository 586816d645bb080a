package p

//routinex:edit
func F(b bool) int {
	//routinex:before return 1
	if ; b {
		println("inner")
	}
	//routinex:before switch ; c { }
	switch ; {
	case b:
		println("case")
	}
}
