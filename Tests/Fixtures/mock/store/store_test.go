package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"fixture/mock/mock"
	"fixture/mock/store"
)

func equal[T comparable](t testing.TB, value, want T) {
	t.Helper()
	if value != want {
		t.Errorf("%v, and not %v", value, want)
	}
}

func loads(text string) func(context.Context, string) (string, error) {
	return func(_ context.Context, name string) (string, error) { return text + name, nil }
}

func TestKinds(t *testing.T) {
	mock.Replace(t, store.Load, loads("loaded "))
	equal(t, store.Get("a"), "loaded /a")
	mock.Replace(t, store.Join, func(separator string, words ...string) string {
		return fmt.Sprint(len(words), store.Join("+"+separator, words...))
	})
	equal(t, store.Join("-", "a", "b"), "2a+-b")
	equal(t, store.Join("-", []string{"a"}...), "1a")
	saved := 0
	mock.Replace(t, store.Save, func(_ string, n int) { saved += n })
	store.Save("a", 7)
	equal(t, saved, 7)
	mock.Replace(t, store.Error, func(err error) string { return "error: " + store.Error(err) })
	equal(t, store.Error(errors.New("full")), "error: full")

	var cache store.Cache
	mock.Replace(t, (*store.Cache).Fill, func(c *store.Cache, size int) int { return -c.Fill(size) })
	equal(t, cache.Fill(2), -2)
	fill := cache.Fill
	equal(t, fill(3), -5)
	mock.Replace(t, store.Cache.Kind, func(c store.Cache) string { return "my " + c.Kind() })
	equal(t, cache.Kind(), "my cache")
	mock.Replace(t, (*store.Cache).String, func(*store.Cache) string { return "my own" })
	equal(t, fmt.Sprint(&cache, &store.Outer{}), "my own my own")
}

func TestAsBefore(t *testing.T) {
	equal(t, store.Get("a"), "no /a")
	equal(t, fmt.Sprint(&store.Cache{}), "a cache")
}

func TestGeneric(t *testing.T) {
	if strings.HasPrefix(runtime.Version(), "go1.19") {
		t.Skip("there a value of a generic function does not tell which one it is")
	}
	mock.Replace(t, store.Twice[int], func(n int) int { return 10 * store.Twice(n) })
	equal(t, store.Twice(2), 40)
	equal(t, store.Twice("a"), "aa")
	mock.Replace(t, store.Twice[string], func(string) string { return "b" })
	equal(t, store.Twice(2), 40)
	equal(t, store.Twice("a"), "b")
	type names = store.List[string]
	mock.Replace(t, (*names).Push, func(l *names, item string) { l.Push(item); l.Push(item) })
	mock.Replace(t, (*names).Len, func(l *names) int { return -l.Len() })
	var strings names
	strings.Push("a")
	equal(t, strings.Len(), -2)
	var numbers store.List[int]
	numbers.Push(1)
	equal(t, numbers.Len(), 1)
}

// What a replacement calls is what was there before it.
func TestOneAfterAnother(t *testing.T) {
	mock.Replace(t, store.Load, loads("first "))
	t.Run("inner", func(t *testing.T) {
		mock.Replace(t, store.Load, func(ctx context.Context, name string) (string, error) {
			text, err := store.Load(ctx, name)
			return "second " + text, err
		})
		equal(t, store.Get("a"), "second first /a")
		mock.Replace(t, store.Load, func(ctx context.Context, name string) (string, error) {
			return "third " + store.Get("b"), nil
		})
		equal(t, store.Get("a"), "third second first /b")
	})
	equal(t, store.Get("a"), "first /a")
	calls := 0
	mock.Replace(t, store.Factorial, func(n int) int { calls++; return store.Factorial(n) })
	equal(t, store.Factorial(5), 120)
	equal(t, calls, 1)
}

func TestPanic(t *testing.T) {
	mock.Replace(t, store.Factorial, func(n int) int {
		if n == 0 {
			panic("none")
		}
		return -store.Factorial(n)
	})
	deep := func(n int) int { return store.Factorial(n) }
	func() {
		defer func() { equal(t, fmt.Sprint(recover()), "none") }()
		store.Factorial(0)
	}()
	equal(t, deep(3), -6)
}

// Tests that run at once do not see each other's.
func TestParallel(t *testing.T) {
	for i := 0; i < 8; i++ {
		text := fmt.Sprint("test ", i, " ")
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			if strings.HasPrefix(text, "test 0") {
				for j := 0; j < 1000; j++ {
					equal(t, store.Get("a"), "no /a")
				}
				return
			}
			mock.Replace(t, store.Load, loads(text))
			for j := 0; j < 1000; j++ {
				equal(t, store.Get("a"), text+"/a")
			}
		})
	}
}

// get answers on a goroutine of its own.
func get() (ask chan<- string, answers <-chan string) {
	questions, replies := make(chan string), make(chan string)
	go func() {
		for name := range questions {
			replies <- store.Get(name)
		}
	}()
	return questions, replies
}

var strangers, theirAnswers = get()

func TestGoroutines(t *testing.T) {
	before, answers := get()
	mock.Replace(t, store.Load, loads("loaded "))
	before <- "a"
	equal(t, <-answers, "loaded /a")
	after, replies := get()
	after <- "b"
	equal(t, <-replies, "loaded /b")
	strangers <- "c"
	equal(t, <-theirAnswers, "no /c")
	var wait sync.WaitGroup
	wait.Add(1)
	go func() {
		go func() {
			equal(t, store.Get("d"), "loaded /d")
			wait.Done()
		}()
	}()
	wait.Wait()
	t.Cleanup(func() {
		close(before)
		close(after)
		equal(t, store.Get("e"), "loaded /e")
	})
	fired := make(chan string)
	time.AfterFunc(time.Millisecond, func() { fired <- store.Get("f") })
	equal(t, <-fired, "no /f")
}

func TestEnds(t *testing.T) {
	left, answers := get()
	t.Run("ends", func(t *testing.T) {
		mock.Replace(t, store.Load, loads("loaded "))
		equal(t, store.Get("a"), "loaded /a")
	})
	left <- "a"
	equal(t, <-answers, "no /a")
	close(left)
}

func FuzzGet(f *testing.F) {
	f.Add("a")
	mock.Replace(f, store.Load, loads("fuzz "))
	equal(f, store.Get("a"), "fuzz /a")
	f.Fuzz(func(t *testing.T, name string) {
		equal(t, store.Get(name), "fuzz /"+name)
		mock.Replace(t, store.Load, loads("one "))
		equal(t, store.Get(name), "one /"+name)
	})
}

func BenchmarkReplaced(b *testing.B) {
	mock.Replace(b, store.Load, loads("benchmark "))
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			equal(b, store.Get("a"), "benchmark /a")
		}
	})
	b.Run("inner", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			equal(b, store.Get("a"), "benchmark /a")
		}
	})
}

// TestProblems fails, and says why.
func TestProblems(t *testing.T) {
	if os.Getenv("FIXTURE_PROBLEMS") == "" {
		t.Skip("only when asked")
	}
	try := func(name string, function, replacement any) {
		t.Run(name, func(t *testing.T) { mock.Replace(t, function, replacement) })
	}
	var cache store.Cache
	same := func(int) int { return 0 }
	try("literal", same, same)
	try("standard", strings.ToUpper, strings.ToLower)
	try("nosplit", store.Fast, same)
	try("kept", store.Kept, same)
	try("bound", cache.Fill, same)
	try("promoted", (*store.Outer).Fill, func(*store.Outer, int) int { return 0 })
	try("pointer", (*store.Cache).Kind, func(*store.Cache) string { return "" })
	try("interface", fmt.Stringer.String, func(fmt.Stringer) string { return "" })
	try("type", store.Factorial, func(string) int { return 0 })
	try("nil", store.Factorial, (func(int) int)(nil))
	try("none", 1, 2)
}
