package p

func F() { a(); c(); switch { case true: c() } }
func a() {}
func b() {}
func c() {}
func d() {}
