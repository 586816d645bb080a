package p

//routinex:before
func Do() (n int, err error) {
	defer func() {
		if recover() != nil {
			n, err = -1, nil
		}
	}()
	if calls++; calls > 3 {
		return
	}
}
