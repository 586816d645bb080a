module example.com/linking

go 1.18

require (
	example.com/app v0.0.0
	github.com/timandy/routine v1.1.5
)

replace (
	example.com/app => ../app
	github.com/timandy/routine => ../routine
)
