module fixture/leaks

go 1.18

require fixture/locals v0.0.0

replace fixture/locals => ../locals
