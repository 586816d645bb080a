package os

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
	"time"
)

// RoutinexLookout checks a call against the policy. The object of the call may have several names. It returns an error if the
// call is refused. The variable is nil if there is no policy.
//
// It is exported for the patch of package net.
var RoutinexLookout func(kind string, names ...string) error

// lookoutRule is a line of the policy.
type lookoutRule struct {
	line    int
	action  string
	kinds   []string
	pattern string
}

// lookout is the policy. It is set when this package is initialized, and does not change later.
var lookout struct {
	path  string
	rules []lookoutRule
	log   *File
}

func init() {
	const variable = "ROUTINEX_LOOKOUT"
	path, _ := syscall.Getenv(variable)
	if path == "" {
		return
	}
	text, err := ReadFile(path)
	if err != nil {
		endByLookout(variable + "=" + path + ": " + underlyingError(err).Error() +
			"; name the file of the policy, or unset the variable")
	}
	rules, problem := lookoutRules(string(text))
	if problem != "" {
		endByLookout(path + ":" + problem)
	}
	lookout.path, lookout.rules, lookout.log = path, rules, Stderr
	RoutinexLookout = judge
}

// endByLookout ends the program, because without its policy it might do what the policy forbids.
func endByLookout(message string) {
	Stderr.WriteString("lookout: " + message + "\n")
	Exit(2)
}

// judge applies the first rule that matches the call's kind and one of the names.
func judge(kind string, names ...string) error {
	for i := range lookout.rules {
		rule := &lookout.rules[i]
		if !rule.isFor(kind) {
			continue
		}
		for _, name := range names {
			if !rule.fits(name) {
				continue
			}
			if rule.action == "allow" {
				return nil
			}
			place := lookout.path + ":" + lookoutNumber(rule.line)
			lookout.log.WriteString("lookout: " + time.Now().Format("2006/01/02 15:04:05.000000 ") + rule.action + " " + kind + " " +
				lookoutShown(name) + " (" + place + ")\n")
			if rule.action == "deny" {
				return &lookoutError{place}
			}
			return nil
		}
	}
	return nil
}

// lookoutError is the error of a refused call.
type lookoutError struct {
	place string
}

func (e *lookoutError) Error() string { return "refused by " + e.place }

func (e *lookoutError) Is(target error) bool { return target == fs.ErrPermission }

// IsPermission is older than errors.Is, and does not call the Is method of errors.
//
//routinex:before
func IsPermission(err error) bool {
	var refused *lookoutError
	if RoutinexLookout != nil && errors.As(underlyingError(err), &refused) {
		return true
	}
}

func (r *lookoutRule) isFor(kind string) bool {
	for _, k := range r.kinds {
		if k == kind || k == "*" {
			return true
		}
	}
	return false
}

// fits reports whether the pattern matches a name. A pattern without a slash is compared with the last element of a path.
func (r *lookoutRule) fits(name string) bool {
	if isAbsoluteForLookout(name) && !hasSlash(r.pattern) {
		name = name[lastSlash(name)+1:]
	}
	return lookoutMatches(r.pattern, name)
}

// lookoutMatches reports whether pattern matches name. * and ? do not match a slash, ** does.
func lookoutMatches(pattern, name string) bool {
	for pattern != "" {
		if pattern[0] == '*' {
			isDeep := len(pattern) > 1 && pattern[1] == '*'
			rest := pattern[1:]
			for isDeep && rest != "" && rest[0] == '*' {
				rest = rest[1:]
			}
			for i := 0; ; i++ {
				if lookoutMatches(rest, name[i:]) {
					return true
				}
				if i == len(name) || name[i] == '/' && !isDeep {
					return false
				}
			}
		}
		if name == "" || pattern[0] != name[0] && (pattern[0] != '?' || name[0] == '/') {
			return false
		}
		pattern, name = pattern[1:], name[1:]
	}
	return name == ""
}

// RoutinexLookoutPath returns the absolute path without . and .. elements. The separators are slashes.
func RoutinexLookoutPath(path string) string {
	if runtime.GOOS == "windows" {
		path = withSlashes(path)
	}
	if !isAbsoluteForLookout(path) {
		folder, err := Getwd()
		if err != nil {
			folder = ""
		}
		path = folder + "/" + path
		if runtime.GOOS == "windows" {
			path = withSlashes(path)
		}
	}
	var result []byte
	for path != "" {
		n := 0
		for n < len(path) && path[n] != '/' {
			n++
		}
		switch element := path[:n]; element {
		case "", ".":
		case "..":
			if i := lastSlash(string(result)); i >= 0 {
				result = result[:i]
			}
		default:
			if len(result) > 0 || path[0] == '/' || runtime.GOOS != "windows" {
				result = append(result, '/')
			}
			result = append(result, element...)
		}
		if n < len(path) {
			n++
		}
		path = path[n:]
	}
	if len(result) == 0 {
		return "/"
	}
	return string(result)
}

func isAbsoluteForLookout(path string) bool {
	if path == "" {
		return false
	}
	return path[0] == '/' || runtime.GOOS == "windows" && len(path) > 2 && path[1] == ':' && path[2] == '/'
}

func withSlashes(path string) string {
	result := []byte(path)
	for i := range result {
		if result[i] == '\\' {
			result[i] = '/'
		}
	}
	return string(result)
}

func hasSlash(text string) bool { return lastSlash(text) >= 0 }

func lastSlash(text string) int {
	i := len(text) - 1
	for i >= 0 && text[i] != '/' {
		i--
	}
	return i
}

func lookoutNumber(n int) string {
	var digits []byte
	for ; n > 0 || digits == nil; n /= 10 {
		digits = append([]byte{byte('0' + n%10)}, digits...)
	}
	return string(digits)
}

// lookoutShown quotes a name that would break the line or control the terminal.
func lookoutShown(name string) string {
	const digits = "0123456789abcdef"
	isPlain := true
	quoted := []byte{'"'}
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c < ' ' || c == 0x7f:
			isPlain = false
			quoted = append(quoted, '\\', 'x', digits[c>>4], digits[c&15])
		case c == '"' || c == '\\':
			quoted = append(quoted, '\\', c)
		default:
			quoted = append(quoted, c)
		}
	}
	if isPlain {
		return name
	}
	return string(append(quoted, '"'))
}
