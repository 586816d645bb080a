package p

func handle(err *error) {
	if e := recover(); e != nil {
		*err = e.(error)
	}
}

func run() (err error) {
	defer func() {
		recover()
	}()
	return nil
}
