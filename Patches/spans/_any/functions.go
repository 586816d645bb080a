//routinex:packages work

package functions

import (
	"context"
	"log"
	"os"
	"strconv"
	"strings"
	"time"

	"routinex/target"
)

// The patch is a wrap. With //routinex:before the defer would be in the function itself, and would keep its results in
// memory. This way, while nothing is logged, a call costs a comparison and another call.
//
//routinex:each [A-Z]* !//spans:log !//spans:time !//spans:off
//routinex:wrap
func _(ctx context.Context) (err error) {
	if spanLog == nil {
		original()
		return
	}
	defer func(start time.Time) { logSpan(target.Package, target.Name, "", start, err) }(time.Now())
	original()
}

//routinex:each //spans:log
//routinex:wrap
func _() (err error) {
	if spanLog == nil {
		original()
		return
	}
	defer func(start time.Time) {
		logSpan(target.Package, target.Name, target.Comment("//spans:log"), start, err)
	}(time.Now())
	original()
}

//routinex:each //spans:time
//routinex:wrap
func _() {
	if spanLog == nil {
		original()
		return
	}
	defer func(start time.Time) {
		logSpan(target.Package, target.Name, target.Comment("//spans:time"), start, nil)
	}(time.Now())
	original()
}

// spanLog logs a line for each call. It is nil if the environment does not ask for a log. Each package has its own.
var spanLog = newSpanLog()

func newSpanLog() *log.Logger {
	isOn, _ := strconv.ParseBool(os.Getenv("ROUTINEX_SPANS"))
	if !isOn {
		return nil
	}
	return log.New(os.Stderr, "spans: ", log.LstdFlags|log.Lmicroseconds)
}

func logSpan(pkg, function, comment string, start time.Time, err error) {
	name := pkg + "." + function
	if comment != "" {
		name = comment
	}
	remark := ""
	if err != nil {
		remark = err.Error()
		// A text that would break the line or control the terminal is quoted.
		if strings.IndexFunc(remark, func(r rune) bool { return !strconv.IsPrint(r) }) >= 0 {
			remark = strconv.Quote(remark)
		}
		remark = ": " + remark
	}
	spanLog.Printf("%s %v%s", name, time.Since(start).Round(time.Microsecond), remark)
}
