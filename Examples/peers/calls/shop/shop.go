// Package shop belongs to the command calls.
package shop

// Shop is a shop.
type Shop struct{ isOpen bool }

// Open opens the shop.
func (s *Shop) Open() { s.isOpen = true }

// Price returns the price of an item.
func (s *Shop) Price(item string) int { return len(item) }

// Double returns 2*n.
func Double[T int | float64](n T) T { return 2 * n }

// Tax returns the tax that a price includes.
func Tax(price int) int { return price / 5 }
