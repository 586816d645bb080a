// Package patches has requests, SQL statements and goroutines call example.com/shop/trace.
package patches
