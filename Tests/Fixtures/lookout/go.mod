module fixture/lookout

go 1.18
