module fixture/goroutinenames

go 1.18
