module fixture/locals

go 1.18
