// Kvstore keeps keys and values in a log file: each change is appended with a checksum, the store is rebuilt by reading
// the log, a torn last record is cut off, and compaction writes the log anew. It reads commands from standard input.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

type store struct {
	path    string
	log     *os.File
	values  map[string]string
	records int
	size    int64
}

var errTorn = errors.New("record is damaged")

func sum(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// encode writes one record: checksum, operation, key and value, quoted, on one line.
func encode(op, key, value string) string {
	body := op + " " + strconv.Quote(key) + " " + strconv.Quote(value)
	return fmt.Sprintf("%08x %s\n", sum(body), body)
}

func decode(line string) (op, key, value string, err error) {
	if len(line) < 12 || line[8] != ' ' {
		return "", "", "", errTorn
	}
	body := line[9:]
	want, err := strconv.ParseUint(line[:8], 16, 32)
	if err != nil || uint32(want) != sum(body) {
		return "", "", "", errTorn
	}
	op, rest := body[:3], body[4:]
	k, err := strconv.QuotedPrefix(rest)
	if err != nil {
		return "", "", "", errTorn
	}
	if key, err = strconv.Unquote(k); err == nil {
		value, err = strconv.Unquote(rest[len(k)+1:])
	}
	return
}

// open replays the log at path; a damaged tail is cut off and reported by its length.
func open(path string) (s *store, cut int64, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, 0, err
	}
	s = &store{path: path, log: f, values: map[string]string{}}
	in := bufio.NewReader(f)
	for {
		line, err := in.ReadString('\n')
		if err == io.EOF && line == "" {
			break
		}
		if err != nil && err != io.EOF {
			return nil, 0, err
		}
		op, key, value, bad := decode(strings.TrimSuffix(line, "\n"))
		if bad != nil || err == io.EOF {
			end, err := f.Seek(0, io.SeekEnd)
			if err != nil {
				return nil, 0, err
			}
			cut = end - s.size
			if err := f.Truncate(s.size); err != nil {
				return nil, 0, err
			}
			break
		}
		s.apply(op, key, value)
		s.records++
		s.size += int64(len(line))
	}
	_, err = f.Seek(s.size, io.SeekStart)
	return s, cut, err
}

func (s *store) apply(op, key, value string) {
	if op == "del" {
		delete(s.values, key)
		return
	}
	s.values[key] = value
}

func (s *store) change(op, key, value string) error {
	n, err := s.log.WriteString(encode(op, key, value))
	if err != nil {
		return err
	}
	s.apply(op, key, value)
	s.records++
	s.size += int64(n)
	return nil
}

func (s *store) keys(prefix string) []string {
	var list []string
	for k := range s.values {
		if strings.HasPrefix(k, prefix) {
			list = append(list, k)
		}
	}
	sort.Strings(list)
	return list
}

// compact writes the live values to a new file and puts it in the old one's place.
func (s *store) compact() error {
	f, err := os.Create(s.path + ".new")
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	s.records, s.size = 0, 0
	for _, k := range s.keys("") {
		n, err := out.WriteString(encode("set", k, s.values[k]))
		if err != nil {
			return err
		}
		s.records++
		s.size += int64(n)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := os.Rename(s.path+".new", s.path); err != nil {
		return err
	}
	s.log.Close()
	s.log = f
	return nil
}

func (s *store) run(line string) (string, error) {
	words := strings.Fields(line)
	if len(words) == 0 || words[0][0] == '#' {
		return "", nil
	}
	arg := func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	}
	switch cmd := words[0]; {
	case cmd == "set" && len(words) >= 3:
		return "ok", s.change("set", arg(1), strings.Join(words[2:], " "))
	case cmd == "get" && len(words) == 2:
		v, ok := s.values[arg(1)]
		if !ok {
			return "(none)", nil
		}
		return strconv.Quote(v), nil
	case cmd == "del" && len(words) == 2:
		if _, ok := s.values[arg(1)]; !ok {
			return "(none)", nil
		}
		return "ok", s.change("del", arg(1), "")
	case cmd == "incr" && len(words) == 2:
		n, err := strconv.Atoi(s.values[arg(1)])
		if err != nil && s.values[arg(1)] != "" {
			return "", err
		}
		return strconv.Itoa(n + 1), s.change("set", arg(1), strconv.Itoa(n+1))
	case cmd == "keys":
		return strings.Join(s.keys(arg(1)), " "), nil
	case cmd == "compact":
		before := s.size
		err := s.compact()
		return fmt.Sprintf("%d bytes became %d", before, s.size), err
	case cmd == "stat":
		return fmt.Sprintf("%d keys, %d records, %d bytes", len(s.values), s.records, s.size), nil
	case cmd == "reopen" || cmd == "tear":
		if cmd == "tear" {
			s.log.WriteString(encode("set", "lost", "half written")[:20])
		}
		s.log.Close()
		again, cut, err := open(s.path)
		if err != nil {
			return "", err
		}
		*s = *again
		return fmt.Sprintf("%d keys, %d bytes cut off", len(s.values), cut), nil
	}
	return "", fmt.Errorf("unknown command %q", line)
}

func main() {
	dir, err := os.MkdirTemp("", "kvstore")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer os.RemoveAll(dir)
	s, _, err := open(filepath.Join(dir, "data.log"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		text, err := s.run(in.Text())
		switch {
		case err != nil:
			fmt.Println(in.Text(), "!", err)
		case text != "":
			fmt.Println(in.Text(), "->", text)
		}
	}
	for i := 0; i < 500; i++ {
		if err := s.change("set", fmt.Sprintf("bulk/%03d", i%100), strings.Repeat("x", i%37)); err != nil {
			fmt.Println(err)
		}
	}
	before, records := s.size, s.records
	if err := s.compact(); err != nil {
		fmt.Println(err)
	}
	fmt.Printf("bulk: %d records, %d bytes; compacted: %d records, %d bytes\n", records, before, s.records, s.size)
	s.log.Close()
	again, cut, err := open(s.path)
	fmt.Println("again:", len(again.values), "keys,", cut, "cut,", err, again.values["bulk/042"] == s.values["bulk/042"])
	again.log.Close()
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	for _, n := range names {
		info, err := os.Stat(n)
		if err == nil {
			fmt.Println(filepath.Base(n), info.Size(), info.Mode(), info.IsDir())
		}
	}
	_, err = os.ReadFile(filepath.Join(dir, "missing"))
	fmt.Println("missing file:", errors.Is(err, os.ErrNotExist))
}
