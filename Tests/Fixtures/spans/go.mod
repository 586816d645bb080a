module fixture/spans

go 1.18
