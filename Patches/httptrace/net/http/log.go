package http

import (
	"log"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
	_ "unsafe" // for go:linkname
)

// requestLog logs a line for each request. It is nil if the environment variable does not ask for a log.
var requestLog = newRequestLog()

func newRequestLog() *log.Logger {
	const variable = "ROUTINEX_HTTPTRACE"
	value := os.Getenv(variable)
	if value == "" {
		return nil
	}
	l := log.New(os.Stderr, "httptrace: ", log.LstdFlags|log.Lmicroseconds)
	isOn, err := strconv.ParseBool(value)
	if err != nil {
		l.Printf("off: %s=%q is neither 1 nor 0", variable, value)
	}
	if !isOn {
		return nil
	}
	return l
}

func logRequest(side, method, url, status string, start int64, remark string) {
	if method == "" {
		method = MethodGet
	}
	if remark != "" {
		remark = ": " + printable(remark)
	}
	duration := time.Duration(nanotime() - start).Round(time.Microsecond)
	requestLog.Printf("%s %s %s %s %v%s", side, printable(method), printable(url), status, duration, remark)
}

func redacted(u *url.URL) string {
	if u == nil {
		return "?"
	}
	return u.Redacted()
}

// printable quotes a text that would break the line or control the terminal.
func printable(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return !strconv.IsPrint(r) }) < 0 {
		return s
	}
	return strconv.Quote(s)
}

// nanotime is the clock for durations. The patch set faketime does not freeze it, unlike time.Now.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64
