package p

func F(n int) int {
retry:
	n++
	if n < 3 {
		goto retry
	}
loop:
	for i := 0; i < n; i++ {
		if i == 2 {
			continue loop
		}
		if i == 5 {
			break loop
		}
	}
again:
	for {
		if n > 10 {
			break again
		}
		n++
		goto again
	}
first:
second:
	for n < 20 {
		n++
		if n == 15 {
			goto first
		}
		if n == 16 {
			continue second
		}
	}
	func() {
	again:
		for {
			break again
		}
	}()
	return n
}
