// Package set makes the app's greeting another.
package set
