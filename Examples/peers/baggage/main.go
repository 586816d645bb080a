// Command baggage reads baggage in a goroutine that did not get the context.
package main

import (
	"context"
	"fmt"

	"go.opentelemetry.io/otel/baggage"
)

func main() {
	member, err := baggage.NewMember("customer", "Ada")
	if err != nil {
		panic(err)
	}
	items, err := baggage.New(member)
	if err != nil {
		panic(err)
	}
	ctx := baggage.ContextWithBaggage(context.Background(), items)
	fmt.Println(baggage.FromContext(ctx).Member("customer").Value())

	done := make(chan bool)
	go func() {
		fmt.Printf("%q\n", baggage.FromContext(context.Background()).Member("customer").Value())
		close(done)
	}()
	<-done
}
