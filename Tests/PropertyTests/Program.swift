/// A program that has the packages of `BuildTests` do what they are for.
enum Program {
  static let source = #"""
    package main

    import (
    	"bufio"
    	"bytes"
    	"container/heap"
    	"encoding/csv"
    	"fmt"
    	"html"
    	"net/url"
    	"os"
    	"path"
    	"regexp"
    	"sort"
    	"strconv"
    	"strings"
    	"text/tabwriter"
    )

    type ints []int

    func (h ints) Len() int           { return len(h) }
    func (h ints) Less(i, j int) bool { return h[i] < h[j] }
    func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
    func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
    func (h *ints) Pop() any {
    	last := (*h)[len(*h)-1]
    	*h = (*h)[:len(*h)-1]
    	return last
    }

    func main() {
    	text := "the quick brown fox jumps over the lazy dog"
    	fmt.Println(strings.ToUpper(text), strings.Fields(text), strings.Count(text, "o"))
    	fmt.Println(strings.Replace(text, "the", "a", 1), strings.Title("ab cd"), strings.Repeat("-", 5))
    	fmt.Println(strings.Split("a,b,c", ","), strings.TrimFunc("  x ", func(r rune) bool { return r == ' ' }))
    	fmt.Println(strings.NewReplacer("fox", "cat", "dog", "cow").Replace(text), strings.EqualFold("Go", "GO"))
    	fmt.Println(strings.Map(func(r rune) rune { return r + 1 }, "HAL"), strings.LastIndex(text, "the"))

    	var buffer bytes.Buffer
    	buffer.WriteString(text)
    	line, err := buffer.ReadString('k')
    	fmt.Println(line, err, buffer.Len(), bytes.Contains([]byte(text), []byte("fox")), bytes.Fields([]byte(" a b ")))

    	scanner := bufio.NewScanner(strings.NewReader("one two\nthree"))
    	scanner.Split(bufio.ScanWords)
    	for scanner.Scan() {
    		fmt.Print(scanner.Text(), ";")
    	}
    	reader := bufio.NewReaderSize(strings.NewReader(strings.Repeat("x", 100)+"\nend"), 16)
    	long, err := reader.ReadString('\n')
    	rest, _ := reader.ReadString('\n')
    	fmt.Println(len(long), err, rest)

    	h := &ints{5, 2, 8}
    	heap.Init(h)
    	heap.Push(h, 3)
    	heap.Push(h, 1)
    	for h.Len() > 0 {
    		fmt.Print(heap.Pop(h), " ")
    	}
    	fmt.Println()

    	records, err := csv.NewReader(strings.NewReader("a,\"b \"\"q\"\"\",c\n1,2,3\n")).ReadAll()
    	fmt.Printf("%q %v\n", records, err)
    	_, err = csv.NewReader(strings.NewReader("a,\"b\nc")).ReadAll()
    	fmt.Println(err)
    	writer := csv.NewWriter(os.Stdout)
    	_ = writer.WriteAll([][]string{{"x", "y z", "q\"r"}})

    	fmt.Println(html.EscapeString("<a href=\"x\">&</a>"), html.UnescapeString("&lt;&eacute;&#65;&amp;&notit;"))

    	u, err := url.Parse("https://user:pw@example.com:8080/a%20b/../c?q=1&q=2&z=%26#frag")
    	fmt.Println(u, err, u.Host, u.Port(), u.Path, u.Query()["q"], u.Query().Encode(), u.User)
    	fmt.Println(u.ResolveReference(&url.URL{Path: "../d"}), url.QueryEscape("a b&c"))
    	_, err = url.Parse("http://[::1")
    	fmt.Println(err)

    	fmt.Println(path.Join("a", "../b", "/c"), path.Clean("/x/./y//z/.."), path.Base("/q/r.txt"), path.Ext("r.txt"))
    	matched, err := path.Match("*.[ch]", "x.c")
    	fmt.Println(matched, err)

    	expression := regexp.MustCompile(`(?i)(\w+)@(\w+)\.(com|org)|[^a-z\d]{2,3}`)
    	fmt.Println(expression.FindAllString("Me@Example.com, you@b.org !!", -1), expression)
    	_, err = regexp.Compile(`a(b`)
    	fmt.Println(err)

    	people := []struct {
    		Name string
    		Age  int
    	}{{"C", 30}, {"A", 30}, {"B", 25}}
    	sort.SliceStable(people, func(i, j int) bool { return people[i].Age < people[j].Age })
    	numbers := make([]int, 200)
    	for i := range numbers {
    		numbers[i] = i * 7919 % 211
    	}
    	sort.Ints(numbers)
    	words := sort.StringSlice{"b", "a"}
    	sort.Sort(sort.Reverse(words))
    	fmt.Println(people, numbers[:5], sort.IntsAreSorted(numbers), words, sort.SearchInts(numbers, 100))

    	number, err := strconv.ParseFloat("1.5e-7", 64)
    	fmt.Println(number, err, strconv.Quote("a\tb\u00e9\x00"), strconv.FormatInt(-255, 16), strconv.Itoa(1<<40))
    	_, err = strconv.Atoi("12x")
    	fmt.Println(err, strconv.FormatFloat(1.0/3, 'g', 5, 64))
    	unquoted, err := strconv.Unquote("`raw`")
    	fmt.Println(unquoted, err, strconv.AppendBool(nil, true))

    	table := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
    	fmt.Fprintln(table, "a\tbbb\tc")
    	fmt.Fprintln(table, "aaaa\tb\tccccc")
    	_ = table.Flush()
    }
    """#

  /// What it prints, on every version of Go.
  static let output = #"""
    THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG [the quick brown fox jumps over the lazy dog] 4
    a quick brown fox jumps over the lazy dog Ab Cd -----
    [a b c] x
    the quick brown cat jumps over the lazy cow true
    IBM 31
    the quick <nil> 34 true [[97] [98]]
    one;two;three;101 <nil> end
    1 2 3 5 8 
    [["a" "b \"q\"" "c"] ["1" "2" "3"]] <nil>
    record on line 1; parse error on line 2, column 2: extraneous or missing " in quoted-field
    x,y z,"q""r"
    &lt;a href=&#34;x&#34;&gt;&amp;&lt;/a&gt; <éA&¬it;
    https://user:pw@example.com:8080/a%20b/../c?q=1&q=2&z=%26#frag <nil> example.com:8080 8080 /a b/../c [1 2] q=1&q=2&z=%26 user:pw
    https://user:pw@example.com:8080/d a+b%26c
    parse "http://[::1": missing ']' in host
    b/c /x/y r.txt .txt
    true <nil>
    [Me@Example.com ,  you@b.org  !!] (?i)(\w+)@(\w+)\.(com|org)|[^a-z\d]{2,3}
    error parsing regexp: missing closing ): `a(b`
    [{B 25} {C 30} {A 30}] [0 1 2 3 4] true [b a] 94
    1.5e-07 <nil> "a\tbé\x00" -ff 1099511627776
    strconv.Atoi: parsing "12x": invalid syntax 0.33333
    raw <nil> [116 114 117 101]
    ....a|.bbb|c
    .aaaa|...b|ccccc

    """#
}
