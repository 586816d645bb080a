// Package p gets an import and nothing else.
package p

import _ "time"
