package p

func F(n int) *int { return new(n + 1) }

func G() *string { return new("x" + "y") }

func H() int { return 1 }
