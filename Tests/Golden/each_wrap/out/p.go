//line /in/p.go:1:1
package p

import "context"

type Store[K comparable] struct{}

// Get reads.
//
//app:span reading "one"
func (s *Store[K]) Get(ctx context.Context, key K, options ...string) (result_1 /*line :10:72*/int, err /*line :10:77*/error) {
//line /patch/example.com/p/each.go:11:41
original_1 := func(ctx context.Context, key K, options ...string) (result_1 int, err error) { s := s; _ = s;/*line :25:22*/defer func() /*line :25:22*/{
	println(err)
}()

//line /in/p.go:10:85

	if len(options) > 1 {
		return 1, nil
	}
	return 0, ctx.Err()

/*line :15:1*/}; _ = original_1

//line /patch/example.com/p/each.go:11:41
{
	key_1/*line :12:5*/ := "(*Store).Get"/*line :12:15*/
	ctx = context.WithValue(ctx, key_1/*line :13:34*/, "reading \"one\""/*line :13:59*/)
	if ctx == nil {
		return
	}
	result_1, err = original_1(ctx, key, options...)/*line :17:12*/
	if err != nil {
		println(key_1/*line :19:14*/, err.Error())
	}
}; return

//line /in/p.go:15:1
}

//app:span
func (s Store[K]) Put(parameter_1/*line :18:24*/ K, ctx context.Context) (err error) {
//line /patch/example.com/p/each.go:11:41
original_1 := func(parameter_1 K, ctx context.Context) (err error) { s := s; _ = s;/*line :25:22*/defer func() /*line :25:22*/{
	println(err)
}()

//line /in/p.go:18:62

	return ctx.Err()

/*line :20:1*/}; _ = original_1

//line /patch/example.com/p/each.go:11:41
{
	key := "Store.Put"/*line :12:15*/
	ctx = context.WithValue(ctx, key, ""/*line :13:59*/)
	if ctx == nil {
		return
	}
	err = original_1(parameter_1, ctx)/*line :17:12*/
	if err != nil {
		println(key, err.Error())
	}
}; return

//line /in/p.go:20:1
}

//app:spanner
func Other(ctx context.Context) error { return nil }

//app:span
func NoContext(n int) int { return n }

//app:span
//go:nosplit
func Fast(ctx context.Context) (err /*line :30:32*/error)/*line :30:37*/ {
//line /patch/example.com/p/each.go:25:22
defer func() /*line :25:22*/{
	println(err)
}()

//line /in/p.go:30:39
 return nil }

//app:span
func Error(ctx context.Context, error_1/*line :33:38*/ error) (err /*line :33:46*/error)/*line :33:51*/ {
//line /patch/example.com/p/each.go:11:41
original_1 := func(ctx context.Context, error_1 error) (err error) {/*line :25:22*/defer func() /*line :25:22*/{
	println(err)
}()

//line /in/p.go:33:53
 return error_1/*line :33:66*/ 
/*line :33:67*/}; _ = original_1

//line /patch/example.com/p/each.go:11:41
{
	key := "Error"/*line :12:15*/
	ctx = context.WithValue(ctx, key, ""/*line :13:59*/)
	if ctx == nil {
		return
	}
	err = original_1(ctx, error_1)/*line :17:12*/
	if err != nil {
		println(key, err.Error())
	}
}; return

//line /in/p.go:33:67
}
