module github.com/timandy/routine

go 1.18
