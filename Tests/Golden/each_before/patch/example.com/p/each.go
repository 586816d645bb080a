package p

import (
	"fmt"
	"net/http"

	"routinex/target"
)

//routinex:each Handle* !HandleDebug
//routinex:before
func _(w http.ResponseWriter, r *http.Request) {
	const name = target.Package + "." + target.Name
	fmt.Println(name, target.File, target.Line, r.URL)
	w.Header().Set("Name", name)
}
