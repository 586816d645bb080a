package p

//routinex:wrap
func handle(err *error) { original(err) }

//routinex:wrap
func run() (err error) { return original() }
