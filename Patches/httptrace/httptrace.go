// Package httptrace logs every request that a program sends through net/http's Transport, and every request that its
// servers handle, if ROUTINEX_HTTPTRACE=1 is in the environment. The program's source does not change, and the requests of
// its dependencies are logged too.
//
//	go build -toolexec='routinex --patches httptrace' -o app . && ROUTINEX_HTTPTRACE=1 ./app
//
// Each request is one line on standard error, with the method, URL, status and duration:
//
//	httptrace: 2026/11/21 09:30:00.123456 client GET https://example.com/ 200 41.802ms
//	httptrace: 2026/11/21 09:30:00.234567 client GET http://127.0.0.1:1/ error 212µs: dial tcp 127.0.0.1:1: connect: connection refused
//	httptrace: 2026/11/21 09:30:00.345678 server POST http://localhost:8080/items?q=1 201 1.044ms
//
// A client's duration ends when the response's header has arrived. Each redirect is a separate line. A server's duration
// ends when the handler ends. The status is the one that the handler chose, or 200 if it chose none. Instead of a status,
// a server's line may have one of these words:
//
//	hijacked    the handler took over the connection without choosing a status
//	none        the handler ended by a panic or by runtime.Goexit before it chose a status
//	unknown     the HTTP/2 server is not net/http's own
//
// The line ends with ": aborted" if the handler ended by a panic or by runtime.Goexit. Informational responses (1xx) are
// not logged.
//
// Passwords in URLs are replaced as by url.URL.Redacted; queries are shown. Requests that a server refuses without calling
// a handler, such as malformed ones, are not logged.
//
// The variable is read once, when the program starts. It may have any value that strconv.ParseBool accepts. Without it,
// each request costs one comparison.
package httptrace
