module fixture/faketime

go 1.18
