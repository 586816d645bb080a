package greet

import "testing"

// TestGreeting fails in a plain build.
func TestGreeting(t *testing.T) {
	if got := Greeting(); got != "patched" {
		t.Errorf("Greeting() = %q", got)
	}
}

func TestTitle(t *testing.T) {
	for in, want := range map[string]string{"": "", "a": "A", "go": "Go"} {
		if got := Title(in); got != want {
			t.Errorf("Title(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzGreeting(f *testing.F) {
	f.Add("go")
	f.Fuzz(func(t *testing.T, s string) {
		if len(Title(s)) != len(s) || Greeting() != "patched" {
			t.Errorf("Title(%q) = %q, Greeting() = %q", s, Title(s), Greeting())
		}
	})
}

func BenchmarkGreeting(b *testing.B) {
	for i := 0; i < b.N; i++ {
		if Greeting() != "patched" {
			b.Fatal(Greeting())
		}
	}
}
