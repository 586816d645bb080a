//line /in/p.go:1:1
package p; import fmt "fmt"/*line :1:10*/

import "net/http"

type server struct{ count int }

//app:span
func HandleIndex(w http.ResponseWriter, r *http.Request) {
//line /patch/example.com/p/each.go:12:48
{
	const name = "example.com/p"/*line :13:29*/ + "." + "HandleIndex"/*line :13:49*/
	fmt.Println(name, "p.go"/*line :14:31*/, 8/*line :14:44*/, r.URL)
	w.Header().Set("Name", name)
}

//line /in/p.go:8:59
 w.WriteHeader(200) }

func HandleDebug(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) }

func (s *server) HandleItem(id string, r/*line :12:41*/ *http.Request, log func(), out http.ResponseWriter) error {
//line /patch/example.com/p/each.go:12:48
{
	const name = "example.com/p"/*line :13:29*/ + "." + "(*server).HandleItem"/*line :13:49*/
	fmt.Println(name, "p.go"/*line :14:31*/, 12/*line :14:44*/, r.URL)
	out/*line :15:3*/.Header().Set("Name", name)
}

//line /in/p.go:12:101

	s.count++
	return nil
}

// It has no response.
func HandleNothing(r *http.Request) {}

func Handle(http.ResponseWriter, *http.Request)

func serve(w http.ResponseWriter, r *http.Request) {}
