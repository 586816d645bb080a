// Package faketime lets a program believe that it is another time, for testing what depends on the date. The program
// itself is not touched; the environment variable ROUTINEX_FAKETIME, read once when it starts, sets its clock:
//
//	+36h, -2h30m               that much later or earlier than the real clock
//	2030-01-02T03:04:05Z       then when the program starts, and going on from there
//	@2030-01-02T03:04:05Z      then, for ever
//	@+36h                      that much later than the start, for ever
//
// Durations are written as for time.ParseDuration, instants as in RFC 3339. A value that is neither is reported on
// standard error, in one line, and the clock stays real. Without the variable everything is as ever.
//
//	go build -toolexec='routinex --patches faketime' -o app . && ROUTINEX_FAKETIME=2028-02-29T12:00:00Z ./app
//	ROUTINEX_FAKETIME=+8760h go test -toolexec='routinex --patches faketime' ./...
//
// What changes is time.Now, and with it all that is made of it: time.Since and time.Until, what a timer's or a ticker's
// channel delivers, the time stamps of package log, the validity of certificates.
//
// What lasts, lasts as long as ever: time.Sleep, timers, tickers, deadlines and timeouts run by the real clock. So
// does the monotonic reading, so time.Since stays right under an offset. Under a frozen clock it is 0, and who waits for
// time to pass by looking at the clock waits for ever; package testing does not, its tests and benchmarks are timed
// by the real clock.
//
// Not reached are the clock of a testing/synctest bubble (Go 1.25 and newer), which is a fake already, the times of
// files, the kernel's clock when asked without package time, and the runtime's own reports.
package faketime
