// Package patches makes requests, SQL statements and goroutines call example.com/shop/trace.
package patches
