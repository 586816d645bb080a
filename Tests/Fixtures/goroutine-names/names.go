//go:build goroutinenames

package main

import "runtime/debug"

func nameGoroutine(name string) { debug.SetGoroutineName(name) }
