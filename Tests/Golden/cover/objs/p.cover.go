//line /in/p.go:1:1
package p

func F(n int) int {goCover_1[0] = 1;
	if n > 1 {goCover_1[1] = 1;
		return n
	}
	goCover_1[2] = 1;return 1
}

func G() {goCover_1[3] = 1;}
