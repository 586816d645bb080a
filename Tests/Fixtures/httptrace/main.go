// Httptrace runs clients and servers against each other in every way that the patch set httptrace says something about,
// and reports what the clients saw.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"time"
)

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/nothing", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("/body", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "body") })
	mux.HandleFunc("/created", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusCreated) })
	mux.HandleFunc("/twice", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, "body")
		w.WriteHeader(http.StatusTeapot)
	})
	mux.HandleFunc("/redirect", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/body", http.StatusFound)
	})
	mux.HandleFunc("/hints", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic("on purpose") })
	mux.HandleFunc("/goexit", func(w http.ResponseWriter, r *http.Request) { runtime.Goexit() })
	mux.HandleFunc("/late", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	})
	mux.HandleFunc("/rewritten", func(w http.ResponseWriter, r *http.Request) {
		r.Method, r.URL.Path = "ODD", "/elsewhere"
	})
	mux.HandleFunc("/hijack", func(w http.ResponseWriter, r *http.Request) {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		// When the handler has returned, so that its line comes first.
		time.AfterFunc(100*time.Millisecond, func() {
			io.WriteString(conn, "HTTP/1.1 299 Own\r\nContent-Length: 0\r\n\r\n")
			conn.Close()
		})
	})
	return mux
}

// report prints what a client saw.
func report(what string, resp *http.Response, err error) {
	if err != nil {
		fmt.Println(what, "failed")
		return
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	fmt.Printf("%s %s %d %q %t\n", what, resp.Proto, resp.StatusCode, body, err == nil)
}

func do(client *http.Client, method, url string) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		panic(err)
	}
	resp, err := client.Do(req)
	report(method+" "+req.URL.Path, resp, err)
}

func main() {
	quiet := log.New(io.Discard, "", 0)
	one := httptest.NewUnstartedServer(handler())
	one.Config.ErrorLog = quiet
	one.Start()
	defer one.Close()
	two := httptest.NewUnstartedServer(handler())
	two.Config.ErrorLog = quiet
	two.EnableHTTP2 = true
	two.StartTLS()
	defer two.Close()

	// Without reuse of connections no request is sent twice behind our back.
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	paths := []string{
		"/nothing", "/body", "/created", "/twice", "/redirect", "/hints", "/panic", "/goexit", "/late", "/rewritten",
		"/missing?q=1",
	}
	for _, path := range append(paths, "/hijack") {
		do(client, "GET", one.URL+path)
	}
	do(client, "POST", one.URL+"/created")
	for _, path := range paths {
		do(two.Client(), "GET", two.URL+path)
	}

	do(client, "GET", strings.Replace(one.URL, "http://", "http://user:secret@", 1)+"/body")
	do(client, "GET", "http://127.0.0.1:1/refused")
	do(client, "GET", "unknown://example/")
	_, err := client.Transport.RoundTrip(&http.Request{})
	fmt.Println("empty request:", err)
	odd := &http.Request{URL: &url.URL{Scheme: "http", Host: "127.0.0.1:1", Opaque: "/\x1b[1m"}, Header: http.Header{}}
	_, err = client.Transport.RoundTrip(odd)
	fmt.Println("odd request:", err != nil)
	malformed(one.Listener.Addr().String())
	connection(one)
}

// malformed sends what no handler ever sees.
func malformed(address string) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	io.WriteString(conn, "NONSENSE\r\n\r\n")
	line, _ := bufio.NewReader(conn).ReadString('\n')
	fmt.Printf("malformed request: %q\n", line)
}
