//line /in/r.go:1:1
package p; import url "net/url"/*line :1:10*/

// A file without the import.
func G2() pool { return pool{checked(/*line :4:30*/&url.URL/*line :4:30*/{Host: "a"})/*line :4:41*/, nil} }
