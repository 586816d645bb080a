module fixture/hello

go 1.18
