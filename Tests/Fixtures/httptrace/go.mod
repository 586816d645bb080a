module fixture/httptrace

go 1.18
