// Show prints the spans that the SDK's exporter stdouttrace has written to a file, as one tree for each trace. The spans may
// come from several programs.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sort"
	"time"
)

// span has the fields of a span that are read.
type span struct {
	Name        string
	SpanContext struct{ TraceID, SpanID string }
	Parent      struct{ TraceID, SpanID string }
	SpanKind    int
	StartTime   time.Time
	EndTime     time.Time
	Attributes  []attribute
	Status      struct{ Code, Description string }
	Resource    []attribute

	children []*span
}

type attribute struct {
	Key   string
	Value struct{ Value any }
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: show FILE")
	}
	file, err := os.Open(os.Args[1])
	if errors.Is(err, os.ErrNotExist) {
		fmt.Println("no spans")
		return
	}
	if err != nil {
		log.Fatal(err)
	}
	spans, err := read(file)
	if err != nil {
		log.Fatal(err)
	}
	for _, root := range trees(spans) {
		fmt.Printf("trace %s\n", root.SpanContext.TraceID)
		root.print(root.StartTime, "", "")
	}
}

func read(file io.Reader) (spans []*span, err error) {
	for decoder := json.NewDecoder(file); ; {
		s := &span{}
		if err := decoder.Decode(s); err != nil {
			if err == io.EOF {
				err = nil
			}
			return spans, err
		}
		spans = append(spans, s)
	}
}

// trees puts each span below its parent, in the order of their start times, and returns the spans without a parent in the file.
func trees(spans []*span) (roots []*span) {
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].StartTime.Before(spans[j].StartTime) })
	byID := map[string]*span{}
	for _, s := range spans {
		byID[s.SpanContext.SpanID] = s
	}
	for _, s := range spans {
		if parent := byID[s.Parent.SpanID]; parent != nil {
			parent.children = append(parent.children, s)
		} else {
			roots = append(roots, s)
		}
	}
	return roots
}

// print prints the span and its children. The span's line begins with indent, the lines of its children with below.
func (s *span) print(zero time.Time, indent, below string) {
	begin, took := s.StartTime.Sub(zero), s.EndTime.Sub(s.StartTime)
	fmt.Printf("%8.1f ms %6.1f ms  %-5s  %s%s\n", begin.Seconds()*1000, took.Seconds()*1000, find(s.Resource, "service.name"), indent, s)
	for i, child := range s.children {
		if i < len(s.children)-1 {
			child.print(zero, below+"├─ ", below+"│  ")
		} else {
			child.print(zero, below+"└─ ", below+"   ")
		}
	}
}

func (s *span) String() string {
	text := s.Name
	if statement := find(s.Attributes, "db.statement"); statement != "" {
		text = "SQL: " + statement
	}
	for _, key := range []string{"http.url", "http.status_code"} {
		if value := find(s.Attributes, key); value != "" {
			text += " " + value
		}
	}
	switch {
	case s.Status.Code == "Error" && s.Status.Description != "":
		text += ", error: " + s.Status.Description
	case s.Status.Code == "Error":
		text += ", error"
	}
	return text
}

func find(attributes []attribute, key string) string {
	for _, a := range attributes {
		if a.Key == key {
			return fmt.Sprint(a.Value.Value)
		}
	}
	return ""
}
