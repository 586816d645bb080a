module example.com/debuggee

go 1.18

require github.com/timandy/routine v1.1.5

replace github.com/timandy/routine => ../routine
