//go:build !goroutinenames

package main

func nameGoroutine(name string) {}
