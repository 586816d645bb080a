//routinex:packages work

package main

import "example.com/telemetry/spans"

//routinex:after
func main() {
	spans.Finish()
}
