// Package httptrace logs every request that a program sends through net/http's Transport, and every one that its
// servers handle, when ROUTINEX_HTTPTRACE=1 is in its environment. It works for programs whose source is not at hand,
// and for the requests that a dependency makes.
//
//	go build -toolexec='routinex --patches httptrace' -o app . && ROUTINEX_HTTPTRACE=1 ./app
//
// Each is one line on standard error, with method, URL, status and duration:
//
//	httptrace: 2026/11/21 09:30:00.123456 client GET https://example.com/ 200 41.802ms
//	httptrace: 2026/11/21 09:30:00.234567 client GET http://127.0.0.1:1/ error 212µs: dial tcp 127.0.0.1:1: connect: connection refused
//	httptrace: 2026/11/21 09:30:00.345678 server POST http://localhost:8080/items?q=1 201 1.044ms
//
// For a client the duration ends with the response's header; each redirect is a line of its own. For a server it ends
// with the handler, and the status is the one that the handler chose, 200 when it chose none. In its place stands
// "hijacked" when the handler took the connection over without one, "none" when it ended by a panic or by
// runtime.Goexit before it chose one, and "unknown" for an HTTP/2 server that is not net/http's own. A handler that ended
// so is marked with ": aborted". Informational responses (1xx) are not mentioned.
//
// Passwords in URLs are replaced as by url.URL.Redacted; queries are shown. Requests that a server refuses before there
// is a handler to call, malformed ones for example, are not seen.
//
// The variable is read once, when the program starts, and may have any value that strconv.ParseBool knows. Without it
// each request costs one comparison.
package httptrace
