// Package shop is a part of command calls.
package shop

// Shop sells.
type Shop struct{ isOpen bool }

// Open opens the shop.
func (s *Shop) Open() { s.isOpen = true }

// Price says what something costs.
func (s *Shop) Price(item string) int { return len(item) }

// Double is for any number.
func Double[T int | float64](n T) T { return 2 * n }

// Tax is what of a price is tax.
func Tax(price int) int { return price / 5 }
