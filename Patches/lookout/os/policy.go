package os

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"
	"time"
)

// RoutinexLookout judges a call by the policy that the environment names: what it does, and how it calls its object, which may have
// several names. It returns an error for one that is refused. It is nil without a policy.
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

// lookout is the policy. It is set before anything outside this package runs, and never again.
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
			"; name the file of the policy, or leave the variable out")
	}
	rules, problem := lookoutRules(string(text))
	if problem != "" {
		endByLookout(path + ":" + problem)
	}
	lookout.path, lookout.rules, lookout.log = path, rules, Stderr
	RoutinexLookout = judge
}

// endByLookout ends the program: without the policy, it would do what somebody does not want.
func endByLookout(message string) {
	Stderr.WriteString("lookout: " + message + "\n")
	Exit(2)
}

// judge finds the rule for a call: the first that is for what it does and for one of its object's names.
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

// lookoutError is what a refused call returns.
type lookoutError struct {
	place string
}

func (e *lookoutError) Error() string { return "refused by " + e.place }

func (e *lookoutError) Is(target error) bool { return target == fs.ErrPermission }

// IsPermission is older than errors.Is, and asks no error.
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

// fits reports whether the pattern is for a name. Without a slash it is for the last element of a path.
func (r *lookoutRule) fits(name string) bool {
	if isAbsoluteForLookout(name) && !hasSlash(r.pattern) {
		name = name[lastSlash(name)+1:]
	}
	return lookoutMatches(r.pattern, name)
}

// lookoutMatches knows * and ?, which do not match a slash, and **, which does.
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

// RoutinexLookoutPath makes a path absolute and takes its . and .. away. Slashes are the separators.
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

// lookoutShown is the name in quotes if it would not stay on a line, or would tell a terminal what to do.
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
