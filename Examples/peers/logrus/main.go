// Command logrus logs with two loggers.
package main

import (
	"os"

	"github.com/sirupsen/logrus"
)

//app:span name:buying
func main() {
	format := &logrus.TextFormatter{DisableTimestamp: true}

	made := logrus.New()
	made.Out, made.Formatter = os.Stdout, format
	made.Info("made by New")

	built := &logrus.Logger{Out: os.Stdout, Formatter: format, Level: logrus.InfoLevel}
	built.Info("built as a literal")
}
