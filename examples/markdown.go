// Markdown turns the common part of Markdown into HTML: headings, paragraphs, emphasis, code, lists inside lists, quotes,
// links, images, rules, tables and fenced code. It reads standard input.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

type writer struct {
	out   *bufio.Writer
	toc   []string
	slugs map[string]int
}

func (w *writer) line(parts ...string) {
	for _, p := range parts {
		w.out.WriteString(p)
	}
	w.out.WriteByte('\n')
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// marker finds a list marker at the start of a line and says where the text after it begins.
func marker(line string) (text string, ordered, ok bool) {
	line = strings.TrimLeft(line, " ")
	if len(line) > 1 && strings.ContainsRune("-*+", rune(line[0])) && line[1] == ' ' {
		return line[2:], false, true
	}
	i := 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	if i > 0 && i+1 < len(line) && line[i] == '.' && line[i+1] == ' ' {
		return line[i+2:], true, true
	}
	return "", false, false
}

func isRule(line string) bool {
	t := strings.ReplaceAll(strings.TrimSpace(line), " ", "")
	return len(t) >= 3 && (strings.Trim(t, "-") == "" || strings.Trim(t, "*") == "")
}

func heading(line string) (level int, text string) {
	for level < len(line) && line[level] == '#' {
		level++
	}
	if level == 0 || level > 6 || level == len(line) || line[level] != ' ' {
		return 0, ""
	}
	return level, strings.TrimSpace(strings.TrimRight(line[level:], "# "))
}

func (w *writer) slug(text string) string {
	s := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r == ' ' || r == '-':
			return '-'
		}
		return -1
	}, strings.ToLower(text))
	w.slugs[s]++
	if n := w.slugs[s]; n > 1 {
		return fmt.Sprintf("%s-%d", s, n)
	}
	return s
}

func starts(line string) bool {
	_, _, list := marker(line)
	level, _ := heading(line)
	return list || level > 0 || isRule(line) || strings.HasPrefix(line, "```") || strings.HasPrefix(line, ">")
}

func (w *writer) blocks(lines []string) {
	for i := 0; i < len(lines); {
		line := lines[i]
		level, text := heading(line)
		_, ordered, list := marker(line)
		switch {
		case strings.TrimSpace(line) == "":
			i++
		case strings.HasPrefix(line, "```"):
			i = w.fence(lines, i)
		case level > 0:
			id := w.slug(text)
			w.toc = append(w.toc, fmt.Sprintf("%s%s (#%s)", strings.Repeat("  ", level-1), text, id))
			w.line(fmt.Sprintf(`<h%d id="%s">%s</h%d>`, level, id, inline(text), level))
			i++
		case isRule(line):
			w.line("<hr>")
			i++
		case strings.HasPrefix(line, ">"):
			var inner []string
			for i < len(lines) && strings.HasPrefix(lines[i], ">") {
				inner = append(inner, strings.TrimPrefix(strings.TrimPrefix(lines[i], ">"), " "))
				i++
			}
			w.line("<blockquote>")
			w.blocks(inner)
			w.line("</blockquote>")
		case list:
			i = w.list(lines, i, ordered)
		case strings.Contains(line, "|") && i+1 < len(lines) && isDivider(lines[i+1]):
			i = w.table(lines, i)
		default:
			var para []string
			for i < len(lines) && strings.TrimSpace(lines[i]) != "" && (len(para) == 0 || !starts(lines[i])) {
				text := strings.TrimLeft(lines[i], " ")
				if strings.HasSuffix(text, "  ") {
					text = strings.TrimRight(text, " ") + "\x00"
				}
				para = append(para, text)
				i++
			}
			html := inline(strings.Join(para, "\n"))
			w.line("<p>", strings.ReplaceAll(html, "\x00", "<br>"), "</p>")
		}
	}
}

func (w *writer) fence(lines []string, i int) int {
	lang := strings.TrimSpace(lines[i][3:])
	open := "<pre><code>"
	if lang != "" {
		open = `<pre><code class="language-` + escaper.Replace(lang) + `">`
	}
	w.out.WriteString(open)
	for i++; i < len(lines) && !strings.HasPrefix(lines[i], "```"); i++ {
		w.line(escaper.Replace(lines[i]))
	}
	w.line("</code></pre>")
	return i + 1
}

func (w *writer) list(lines []string, i int, ordered bool) int {
	tag := "ul"
	if ordered {
		tag = "ol"
	}
	base := indent(lines[i])
	w.line("<", tag, ">")
	for i < len(lines) {
		text, ord, ok := marker(lines[i])
		if !ok || ord != ordered || indent(lines[i]) != base {
			break
		}
		item := []string{text}
		for i++; i < len(lines); i++ {
			if strings.TrimSpace(lines[i]) == "" {
				if i+1 >= len(lines) || indent(lines[i+1]) <= base {
					break
				}
			} else if indent(lines[i]) <= base {
				break
			}
			cut := base + 2
			if n := indent(lines[i]); n < cut {
				cut = n
			}
			item = append(item, lines[i][min(cut, len(lines[i])):])
		}
		if len(item) == 1 {
			w.line("<li>", inline(item[0]), "</li>")
			continue
		}
		w.line("<li>", inline(item[0]))
		w.blocks(item[1:])
		w.line("</li>")
	}
	w.line("</", tag, ">")
	return i
}

func cells(line string) []string {
	parts := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func isDivider(line string) bool {
	for _, c := range cells(line) {
		if strings.Trim(c, ":-") != "" || !strings.Contains(c, "-") {
			return false
		}
	}
	return true
}

func (w *writer) table(lines []string, i int) int {
	head := cells(lines[i])
	align := make([]string, len(head))
	for k, c := range cells(lines[i+1]) {
		if k >= len(align) {
			break
		}
		switch left, right := strings.HasPrefix(c, ":"), strings.HasSuffix(c, ":"); {
		case left && right:
			align[k] = ` align="center"`
		case right:
			align[k] = ` align="right"`
		}
	}
	row := func(tag string, cs []string) {
		w.out.WriteString("<tr>")
		for k := range head {
			c := ""
			if k < len(cs) {
				c = cs[k]
			}
			fmt.Fprintf(w.out, "<%s%s>%s</%s>", tag, align[k], inline(c), tag)
		}
		w.line("</tr>")
	}
	w.line("<table>")
	row("th", head)
	for i += 2; i < len(lines) && strings.Contains(lines[i], "|"); i++ {
		row("td", cells(lines[i]))
	}
	w.line("</table>")
	return i
}

// inline handles code, links, images and emphasis inside one block.
func inline(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		rest := s[i:]
		switch {
		case rest[0] == '\\' && len(rest) > 1 && strings.ContainsRune("\\`*_[]!#", rune(rest[1])):
			b.WriteByte(rest[1])
			i += 2
		case rest[0] == '`':
			if end := strings.IndexByte(rest[1:], '`'); end >= 0 {
				b.WriteString("<code>" + escaper.Replace(rest[1:1+end]) + "</code>")
				i += end + 2
				continue
			}
			b.WriteByte('`')
			i++
		case strings.HasPrefix(rest, "!["), rest[0] == '[':
			image := rest[0] == '!'
			start := 1
			if image {
				start = 2
			}
			mid := strings.Index(rest, "](")
			end := strings.IndexByte(rest, ')')
			if mid < 0 || end < mid {
				b.WriteByte(rest[0])
				i++
				continue
			}
			text, url := rest[start:mid], escaper.Replace(rest[mid+2:end])
			if image {
				fmt.Fprintf(&b, `<img src="%s" alt="%s">`, url, escaper.Replace(text))
			} else {
				fmt.Fprintf(&b, `<a href="%s">%s</a>`, url, inline(text))
			}
			i += end + 1
		case strings.HasPrefix(rest, "**"), strings.HasPrefix(rest, "~~"):
			tag := map[byte]string{'*': "strong", '~': "del"}[rest[0]]
			if end := strings.Index(rest[2:], rest[:2]); end > 0 {
				b.WriteString("<" + tag + ">" + inline(rest[2:2+end]) + "</" + tag + ">")
				i += end + 4
				continue
			}
			b.WriteString(rest[:2])
			i += 2
		case rest[0] == '*' || rest[0] == '_':
			inWord := rest[0] == '_' && i > 0 && s[i-1] != ' '
			if end := strings.IndexByte(rest[1:], rest[0]); end > 0 && rest[1] != ' ' && rest[end] != ' ' && !inWord {
				b.WriteString("<em>" + inline(rest[1:1+end]) + "</em>")
				i += end + 2
				continue
			}
			b.WriteByte(rest[0])
			i++
		default:
			n := strings.IndexAny(rest[1:], "\\`*_[!~")
			if n < 0 {
				n = len(rest) - 1
			}
			b.WriteString(escaper.Replace(rest[:n+1]))
			i += n + 1
		}
	}
	return b.String()
}

func main() {
	var lines []string
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		lines = append(lines, strings.ReplaceAll(strings.TrimSuffix(in.Text(), "\r"), "\t", "    "))
	}
	if err := in.Err(); err != nil {
		fmt.Fprintln(os.Stderr, "markdown:", err)
		os.Exit(1)
	}
	w := &writer{out: bufio.NewWriter(os.Stdout), slugs: map[string]int{}}
	defer w.out.Flush()
	w.blocks(lines)
	w.line("<!-- contents:")
	for _, t := range w.toc {
		w.line(t)
	}
	w.line("-->")
}
