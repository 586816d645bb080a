module fixture/mock

go 1.18
