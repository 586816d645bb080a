internal import Bytes
internal import Findings
internal import Host
internal import SystemInterface
internal import Weaving

/// What is built where no package is named: a program of what most agents and sets look for. It is never run.
enum SampleProgram {
  /// Writes the module.
  static func write(to folder: ByteString) throws(Findings) {
    for (name, text) in files {
      try attempt { () throws(FileError) in
        try HostFiles().add(Path.join(folder, ByteString(name)), ByteString(text))
      }
    }
  }

  private static let files: [(name: StaticString, text: StaticString)] = [
    ("go.mod", "module example.com/doctor\n\ngo 1.18\n"),
    (
      "main.go",
      """
      package main

      import (
      \t"context"
      \t"database/sql"
      \t"fmt"
      \t"net/http"
      \t"sync"
      \t"time"
      )

      func main() {
      \thttp.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
      \t\tfmt.Fprintln(w, query(r.Context()))
      \t})
      \tvar group sync.WaitGroup
      \tgroup.Add(1)
      \tgo func() {
      \t\tdefer group.Done()
      \t\tlog("began")
      \t\thttp.Get("http://localhost/")
      \t}()
      \tgroup.Wait()
      \thttp.ListenAndServe("localhost:0", nil)
      }

      func query(ctx context.Context) error {
      \tctx, cancel := context.WithTimeout(ctx, time.Second)
      \tdefer cancel()
      \tdatabase, err := sql.Open("driver", "name")
      \tif err != nil {
      \t\treturn err
      \t}
      \tdefer database.Close()
      \t_, err = database.QueryContext(ctx, "select 1")
      \treturn err
      }

      """
    ),
    (
      "slog.go",
      """
      //go:build go1.21

      package main

      import "log/slog"

      func log(text string) { slog.Info(text) }

      """
    ),
    (
      "print.go",
      """
      //go:build !go1.21

      package main

      func log(text string) { println(text) }

      """
    ),
  ]
}
