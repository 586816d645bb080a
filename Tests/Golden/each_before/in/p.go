package p

import "net/http"

type server struct{ count int }

//app:span
func HandleIndex(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) }

func HandleDebug(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) }

func (s *server) HandleItem(id string, _ *http.Request, log func(), out http.ResponseWriter) error {
	s.count++
	return nil
}

// It has no response.
func HandleNothing(r *http.Request) {}

func Handle(http.ResponseWriter, *http.Request)

func serve(w http.ResponseWriter, r *http.Request) {}
