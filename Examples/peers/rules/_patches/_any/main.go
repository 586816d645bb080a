// orchestrion: ddtrace/tracer, func main()
//
//routinex:packages work

package main

import "example.com/rules/trace"

func init() { trace.Print("tracing begins") }

//routinex:before
func main() {
	defer trace.Print("tracing ends")
}
