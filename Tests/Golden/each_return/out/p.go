//line /in/p.go:1:1
package p

import (
	"context"
	"net/http"
)

type Store[K comparable] struct{ mocked int }

// Get reads.
func (s *Store[K]) Get(ctx context.Context, key K, options ...string) (int, error) {
//line /patch/example.com/p/each.go:9:10
{
	if mocked != nil {
		for _, function := range mocked("example.com/p"/*line :11:49*/ + "." + "(*Store).Get"/*line :11:69*/) {
			if function_1, fits_1 := interface{}(/*line :13:5*/function).(func(*Store[K], context.Context, K, ...string) (int, error)); fits_1 { return function_1(s, ctx, key, options...) }/*line :14:5*/
		}
	}
}

//line /in/p.go:11:85

	if len(options) > 1 {
		return 1, nil
	}
	return 0, ctx.Err()
}

func (receiver_1 /*line :18:7*/*Store[Type_1/*line :18:15*/]) Len(parameter_1/*line :18:23*/ int, http_1/*line :18:33*/ *http.Request) int {
//line /patch/example.com/p/each.go:9:10
{
	if mocked != nil {
		for _, function := range mocked("example.com/p"/*line :11:49*/ + "." + "(*Store).Len"/*line :11:69*/) {
			if function_1, fits_1 := interface{}(/*line :13:5*/function).(func(*Store[Type_1], int, *http.Request) (int)); fits_1 { return function_1(receiver_1, parameter_1, http_1) }/*line :14:5*/
		}
	}
}

//line /in/p.go:18:54
 return len(http_1/*line :18:70*/.URL.Path) }

func (receiver_1 /*line :20:7*/Store[K]) Nothing() {
//line /patch/example.com/p/each.go:9:10
{
	if mocked != nil {
		for _, function := range mocked("example.com/p"/*line :11:49*/ + "." + "Store.Nothing"/*line :11:69*/) {
			if function_1, fits_1 := interface{}(/*line :13:5*/function).(func(Store[K])); fits_1 { function_1(receiver_1); return }/*line :14:5*/
		}
	}
}

//line /in/p.go:20:28
}

func Twice[T ~int](n T) (string_1/*line :22:32*/ string) {
//line /patch/example.com/p/each.go:9:10
{
	if mocked != nil {
		for _, function := range mocked("example.com/p"/*line :11:49*/ + "." + "Twice"/*line :11:69*/) {
			if function_1, fits_1 := interface{}(/*line :13:5*/function).(func(T) (string)); fits_1 { return function_1(n) }/*line :14:5*/
		}
	}
}

//line /in/p.go:22:42
 return "two" }

func replaced(mocked_1/*line :24:21*/ func(name string), ok bool) error {
//line /patch/example.com/p/each.go:9:10
{
	if mocked != nil {
		for _, function := range mocked("example.com/p"/*line :11:49*/ + "." + "replaced"/*line :11:69*/) {
			if function_1, fits_1 := interface{}(/*line :13:5*/function).(func(func(name string), bool) (error)); fits_1 { return function_1(mocked_1, ok) }/*line :14:5*/
		}
	}
}

//line /in/p.go:24:57
 return nil }

func found() int {
	n := 1
	return n
}

type function int

func Shadow(find function) (function, int) {
//line /patch/example.com/p/each.go:9:10
{
	if mocked != nil {
		for _, function_1/*line :11:18*/ := range mocked("example.com/p"/*line :11:49*/ + "." + "Shadow"/*line :11:69*/) {
			if function_2, fits_1 := interface{}(/*line :13:5*/function_1/*line :13:13*/).(func(function) (function, int)); fits_1 { return function_2(find) }/*line :14:5*/
		}
	}
}

//line /in/p.go:33:45
 return find, found() }

func (s Store[K]) Wrapped(key K) (err error) {
//line /patch/example.com/p/each.go:21:22
original_1 := func(key K) (err error) { s := s; _ = s;
//line /in/p.go:35:47
 return nil 
/*line :35:59*/}; _ = original_1

//line /patch/example.com/p/each.go:21:22
{
	if function_1, fits_1 := interface{}(/*line :22:16*/mocked).(func(Store[K], K) (error)); fits_1 { return function_1(s, key) }/*line :22:23*/; if function_2, fits_2 := interface{}(/*line :22:39*/nil).(func(Store[K], K) (error)); fits_2 { return function_2(s, key) }/*line :22:43*/
	err = original_1(key)/*line :23:12*/
	return
}; return

//line /in/p.go:35:59
}
