// loongsuite: tool/data/rules/base.json, go.opentelemetry.io/otel/baggage, three files

package baggage

import (
	"context"

	"example.com/rules/locals"
)

//routinex:before
func ContextWithBaggage(parent context.Context, b Baggage) context.Context {
	locals.Set("baggage", b)
}

//routinex:after
func FromContext(ctx context.Context) (b Baggage) {
	if b.Len() == 0 {
		b, _ = locals.Get("baggage").(Baggage)
	}
}
