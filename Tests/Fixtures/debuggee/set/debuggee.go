// Package debuggee counts the visits of the program beside it.
package debuggee
