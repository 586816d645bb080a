// Cacheprog is a build cache that several hosts share, for GOCACHEPROG (cmd/go/internal/cacheprog): what is put goes into the
// folder -shared, as a remote store would take it, and the go command reads it from a copy in the folder -local.
//
// Up to Go 1.23 a request calls OutputID ObjectID.
package main

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

type request struct {
	ID                           int64
	Command                      string
	ActionID, OutputID, ObjectID []byte
	BodySize                     int64
}

type response struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

var (
	shared = flag.String("shared", "", "the `folder` that hosts share")
	local  = flag.String("local", "", "this host's `folder`")
)

func main() {
	flag.Parse()
	if err := serve(json.NewDecoder(bufio.NewReader(os.Stdin)), json.NewEncoder(os.Stdout)); err != nil {
		fmt.Fprintln(os.Stderr, "cacheprog:", err)
		os.Exit(1)
	}
}

func serve(in *json.Decoder, out *json.Encoder) error {
	if err := out.Encode(response{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var r request
		if err := in.Decode(&r); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		var body []byte
		if r.Command == "put" && r.BodySize > 0 {
			if err := in.Decode(&body); err != nil {
				return err
			}
		}
		answer, err := answer(&r, body)
		if err != nil {
			answer = response{Err: err.Error()}
		}
		answer.ID = r.ID
		if err := out.Encode(answer); err != nil || r.Command == "close" {
			return err
		}
	}
}

func answer(r *request, body []byte) (response, error) {
	action := filepath.Join(*shared, hex.EncodeToString(r.ActionID))
	switch r.Command {
	case "get":
		output, err := os.ReadFile(action)
		if errors.Is(err, os.ErrNotExist) {
			return response{Miss: true}, nil
		} else if err != nil {
			return response{}, err
		}
		body, err := os.ReadFile(object(*shared, output))
		if err != nil {
			return response{}, err
		}
		path := object(*local, output)
		return response{OutputID: output, Size: int64(len(body)), DiskPath: path}, write(path, body)
	case "put":
		output := r.OutputID
		if len(output) == 0 {
			output = r.ObjectID
		}
		path := object(*local, output)
		for _, path := range []string{path, object(*shared, output)} {
			if err := write(path, body); err != nil {
				return response{}, err
			}
		}
		return response{DiskPath: path}, write(action, output)
	case "close":
		return response{}, nil
	}
	return response{}, fmt.Errorf("unknown command %q", r.Command)
}

func object(folder string, id []byte) string {
	return filepath.Join(folder, hex.EncodeToString(id)+"-d")
}

// write is seen whole or not at all.
func write(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if failure := file.Close(); err == nil {
		err = failure
	}
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	return err
}
