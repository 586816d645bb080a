module fixture/trace

go 1.18
