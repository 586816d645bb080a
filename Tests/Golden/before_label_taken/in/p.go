package p

func F() {
loop:
	for {
		break loop
	}
}
