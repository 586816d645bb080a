// Package faketime gives a program a different current time, to test code that depends on the date. The program's source
// does not change. The program reads the environment variable ROUTINEX_FAKETIME once, when it starts:
//
//	+36h, -2h30m               that much later or earlier than the real clock
//	2030-01-02T03:04:05Z       this time when the program starts; the clock runs from there
//	@2030-01-02T03:04:05Z      always this time: the clock is frozen
//	@+36h                      always that much later than the start
//
// Durations are written as for time.ParseDuration, times as in RFC 3339. If the value is neither, the program prints one
// line on standard error, and the clock stays real. Without the variable nothing changes.
//
//	go build -toolexec='routinex --patches faketime' -o app . && ROUTINEX_FAKETIME=2028-02-29T12:00:00Z ./app
//	ROUTINEX_FAKETIME=+8760h go test -toolexec='routinex --patches faketime' ./...
//
// The set changes time.Now and whatever uses it: time.Since and time.Until, the times that timers and tickers send, the
// time stamps of package log, the validity of certificates.
//
// Durations do not change: time.Sleep, timers, tickers, deadlines and timeouts use the real clock. The monotonic clock is
// real too, so with an offset, time.Since is right. With a frozen clock it returns 0, and a loop that reads the clock
// until some time has passed never ends. Package testing still times tests and benchmarks by the real clock.
//
// The set does not change the clock of a testing/synctest bubble (Go 1.25 and newer), which is a fake already, the times
// of files, the kernel's clock if it is read without package time, and the runtime's own reports.
package faketime
