// Package web has a server that answers requests for items, and a client that sends them.
package web

import (
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// Serve starts a server that answers requests for one path. It returns the server and its URL.
func Serve(path string, answer func(item string) (string, error)) (*http.Server, string) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
		text, err := answer(r.URL.Query().Get("item"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		io.WriteString(w, text)
	})
	server := &http.Server{Handler: mux}
	go server.Serve(listener)
	return server, "http://" + listener.Addr().String() + path
}

// Get asks a server for an item.
func Get(client *http.Client, server, item string) (string, error) {
	response, err := client.Get(server + "?item=" + url.QueryEscape(item))
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	text := strings.TrimSpace(string(body))
	if err == nil && response.StatusCode != http.StatusOK {
		err = errors.New(text)
	}
	return text, err
}
