module fixture/cacheprog

go 1.18
