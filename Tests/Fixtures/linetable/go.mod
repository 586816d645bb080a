module fixture/linetable

go 1.18
