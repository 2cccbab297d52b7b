package time

import (
	"errors"
	"internal/host"
	"syscall"
)

// A Location is a set of rules for the clock of a place.
type Location struct {
	name   string
	zones  []zone
	trans  []transition
	extend string // rule for times after the last transition, as in a TZ variable
	ready  bool   // Local only: the rules have been loaded
}

type zone struct {
	name   string
	offset int
	isDST  bool
}

type transition struct {
	when int64 // seconds since 1970
	zone uint8
}

const (
	alpha = -1 << 63
	omega = 1<<63 - 1
)

var utcLoc = Location{name: "UTC"}
var localLoc = Location{name: "Local"}

// UTC and Local are the universal time and the host's zone.
var (
	UTC   *Location = &utcLoc
	Local *Location = &localLoc
)

// String returns the location's name.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone returns a Location with one name and offset, in seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name, offset, false}}, trans: []transition{{alpha, 0}}}
}

// readFile returns the content of a file of the host.
func readFile(name string) ([]byte, error) {
	fd, errno := host.Open(name, syscall.O_RDONLY, 0)
	if errno != 0 {
		return nil, syscall.Errno(errno)
	}
	defer host.Close(fd)
	var out []byte
	buf := make([]byte, 4096)
	for {
		n, errno := host.Read(fd, buf)
		if errno != 0 {
			return nil, syscall.Errno(errno)
		}
		if n == 0 {
			return out, nil
		}
		out = append(out, buf[:n]...)
		if len(out) > 10<<20 {
			return nil, errors.New("time: file " + name + " is too large")
		}
	}
}

// getenv returns a variable of the environment.
func getenv(key string) (string, bool) {
	for _, s := range syscall.Environ() {
		if len(s) > len(key) && s[len(key)] == '=' && s[:len(key)] == key {
			return s[len(key)+1:], true
		}
	}
	return "", false
}

// initLocal loads the host's zone: TZ, or /etc/localtime.
func initLocal() {
	l := &localLoc
	l.ready = true
	tz, ok := getenv("TZ")
	switch {
	case !ok:
		if d, err := readFile("/etc/localtime"); err == nil {
			if z, err := parseZone("Local", d); err == nil {
				*l = *z
				l.name = "Local"
				l.ready = true
				return
			}
		}
	case tz != "":
		if tz[0] == ':' {
			tz = tz[1:]
		}
		if tz != "" && tz[0] == '/' {
			if d, err := readFile(tz); err == nil {
				if z, err := parseZone(tz, d); err == nil {
					*l = *z
					l.ready = true
					if tz == "/etc/localtime" {
						l.name = "Local"
					}
					return
				}
			}
		} else if tz != "" && tz != "UTC" {
			if z, err := LoadLocation(tz); err == nil {
				*l = *z
				l.ready = true
				return
			}
		}
	}
	l.name = "UTC"
	if !ok {
		l.name = "Local"
	}
	l.zones = []zone{{"UTC", 0, false}}
	l.trans = []transition{{alpha, 0}}
}

var zoneFolders = [...]string{"/usr/share/zoneinfo/", "/usr/lib/zoneinfo/", "/usr/share/lib/zoneinfo/", "/etc/zoneinfo/"}

// LoadLocation returns the Location with a name of the zone database, like "Europe/Rome".
func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" {
		return UTC, nil
	}
	if name == "Local" {
		return Local, nil
	}
	bad := name[0] == '/' || name[0] == '\\'
	for i := 0; i+1 < len(name); i++ {
		bad = bad || name[i] == '.' && name[i+1] == '.'
	}
	if bad {
		return nil, errors.New("time: invalid location name")
	}
	var first error
	folders := zoneFolders[:]
	if own, _ := getenv("ZONEINFO"); own != "" {
		folders = append([]string{own + "/"}, folders...)
	}
	for _, dir := range folders {
		d, err := readFile(dir + name)
		if err == nil {
			var l *Location
			if l, err = parseZone(name, d); err == nil {
				return l, nil
			}
		}
		if first == nil && err != syscall.ENOENT {
			first = err
		}
	}
	if first != nil {
		return nil, first
	}
	return nil, errors.New("unknown time zone " + name)
}

// LoadLocationFromTZData returns the Location that data, a zone file, describes.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	return parseZone(name, data)
}

type zoneData struct {
	p   []byte
	bad bool
}

func (d *zoneData) take(n int) []byte {
	if n < 0 || len(d.p) < n {
		d.p = nil
		d.bad = true
		return make([]byte, 8)
	}
	p := d.p[:n]
	d.p = d.p[n:]
	return p
}

func big(p []byte) (n int64) {
	n = int64(int8(p[0]))
	for _, c := range p[1:] {
		n = n<<8 | int64(c)
	}
	return n
}

// parseZone reads a zone file of version 1 to 4 (RFC 8536).
func parseZone(name string, data []byte) (*Location, error) {
	malformed := errors.New("malformed time zone information")
	d := &zoneData{p: data}
	size := 4
	var n [6]int // isutc, isstd, leap, time, type, char
	for pass := 0; ; pass++ {
		head := d.take(20)
		if d.bad || string(head[:4]) != "TZif" {
			return nil, malformed
		}
		for i := range n {
			n[i] = int(big(d.take(4)))
		}
		if head[4] == 0 || pass == 1 {
			break
		}
		// A second block with times of 8 bytes follows the first.
		d.take(n[3]*4 + n[3] + n[4]*6 + n[5] + n[2]*8 + n[1] + n[0])
		size = 8
	}
	times := d.take(n[3] * size)
	index := d.take(n[3])
	types := d.take(n[4] * 6)
	names := d.take(n[5])
	d.take(n[2]*(size+4) + n[1] + n[0])
	if d.bad || n[4] == 0 {
		return nil, malformed
	}
	l := &Location{name: name, ready: true}
	for i := 0; i < n[4]; i++ {
		t := types[i*6:]
		at := int(t[5])
		if at >= len(names) {
			return nil, malformed
		}
		end := at
		for end < len(names) && names[end] != 0 {
			end++
		}
		l.zones = append(l.zones, zone{string(names[at:end]), int(big(t[:4])), t[4] != 0})
	}
	for i := 0; i < n[3]; i++ {
		if int(index[i]) >= len(l.zones) {
			return nil, malformed
		}
		l.trans = append(l.trans, transition{big(times[i*size : i*size+size]), index[i]})
	}
	if len(l.trans) == 0 {
		l.trans = append(l.trans, transition{alpha, 0})
	}
	if r := d.p; size == 8 && len(r) > 2 && r[0] == '\n' && r[len(r)-1] == '\n' {
		l.extend = string(r[1 : len(r)-1])
	}
	return l, nil
}

// lookup returns the rule in force at a time in seconds since 1970.
func (l *Location) lookup(sec int64) (name string, offset int, start, end int64, isDST bool) {
	if l == nil || l == &utcLoc {
		return "UTC", 0, alpha, omega, false
	}
	if l == &localLoc && !l.ready {
		initLocal()
	}
	if len(l.zones) == 0 {
		return "UTC", 0, alpha, omega, false
	}
	if len(l.trans) == 0 || sec < l.trans[0].when {
		z := &l.zones[0]
		for i := range l.zones {
			if !l.zones[i].isDST {
				z = &l.zones[i]
				break
			}
		}
		end = omega
		if len(l.trans) > 0 {
			end = l.trans[0].when
		}
		return z.name, z.offset, alpha, end, z.isDST
	}
	lo, hi := 0, len(l.trans)
	end = omega
	for hi-lo > 1 {
		m := (lo + hi) / 2
		if sec < l.trans[m].when {
			end = l.trans[m].when
			hi = m
		} else {
			lo = m
		}
	}
	z := &l.zones[l.trans[lo].zone]
	start = l.trans[lo].when
	if lo == len(l.trans)-1 && l.extend != "" {
		if n, o, s, e, dst, ok := tzset(l.extend, start, sec); ok {
			return n, o, s, e, dst
		}
	}
	return z.name, z.offset, start, end, z.isDST
}

// lookupName returns the offset that the abbreviation name stands for near a time.
func (l *Location) lookupName(name string, unix int64) (offset int, ok bool) {
	if l == nil {
		l = &utcLoc
	}
	l.lookup(0)
	for i := range l.zones {
		z := &l.zones[i]
		if z.name == name {
			n, o, _, _, _ := l.lookup(unix - int64(z.offset))
			if n == z.name {
				return o, true
			}
		}
	}
	for i := range l.zones {
		if l.zones[i].name == name {
			return l.zones[i].offset, true
		}
	}
	return 0, false
}

// tzset applies a rule as in a TZ variable, like "CET-1CEST,M3.5.0,M10.5.0/3", to a time.
func tzset(s string, lastTxSec, sec int64) (name string, offset int, start, end int64, isDST, ok bool) {
	stdName, s, ok := tzName(s)
	if !ok {
		return "", 0, 0, 0, false, false
	}
	stdOffset, s, ok := tzOffset(s)
	if !ok {
		return "", 0, 0, 0, false, false
	}
	stdOffset = -stdOffset
	if s == "" || s[0] == ',' {
		return stdName, stdOffset, lastTxSec, omega, false, true
	}
	dstName, s, ok := tzName(s)
	if !ok {
		return "", 0, 0, 0, false, false
	}
	dstOffset := stdOffset + secondsPerHour
	if s != "" && s[0] != ',' {
		dstOffset, s, ok = tzOffset(s)
		if !ok {
			return "", 0, 0, 0, false, false
		}
		dstOffset = -dstOffset
	}
	if s == "" {
		s = ",M3.2.0,M11.1.0"
	}
	if s[0] != ',' && s[0] != ';' {
		return "", 0, 0, 0, false, false
	}
	startRule, s, ok := tzRule(s[1:])
	if !ok || s == "" || s[0] != ',' {
		return "", 0, 0, 0, false, false
	}
	endRule, s, ok := tzRule(s[1:])
	if !ok || s != "" {
		return "", 0, 0, 0, false, false
	}
	days := floorDiv(sec+unixToInternal, secondsPerDay)
	year, _, _, _ := civil(days)
	yearStart := daysSince(year)*secondsPerDay - unixToInternal
	ysec := sec - yearStart
	startSec := int64(endOf(year, startRule, stdOffset))
	endSec := int64(endOf(year, endRule, dstOffset))
	dstIsDST, stdIsDST := true, false
	if endSec < startSec {
		startSec, endSec = endSec, startSec
		stdName, dstName = dstName, stdName
		stdOffset, dstOffset = dstOffset, stdOffset
		stdIsDST, dstIsDST = dstIsDST, stdIsDST
	}
	if ysec < startSec {
		return stdName, stdOffset, yearStart, startSec + yearStart, stdIsDST, true
	}
	if ysec >= endSec {
		return stdName, stdOffset, endSec + yearStart, yearStart + 365*secondsPerDay, stdIsDST, true
	}
	return dstName, dstOffset, startSec + yearStart, endSec + yearStart, dstIsDST, true
}

func tzName(s string) (string, string, bool) {
	if s == "" {
		return "", "", false
	}
	if s[0] != '<' {
		for i := 0; i < len(s); i++ {
			switch c := s[i]; {
			case '0' <= c && c <= '9', c == ',', c == '-', c == '+':
				if i < 3 {
					return "", "", false
				}
				return s[:i], s[i:], true
			}
		}
		return s, "", len(s) >= 3
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '>' {
			return s[1:i], s[i+1:], true
		}
	}
	return "", "", false
}

func tzNum(s string, min, max int) (num int, rest string, ok bool) {
	i := 0
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		num = num*10 + int(s[i]-'0')
		if num > max {
			return 0, "", false
		}
	}
	return num, s[i:], i > 0 && num >= min
}

func tzOffset(s string) (offset int, rest string, ok bool) {
	if s == "" {
		return 0, "", false
	}
	neg := s[0] == '-'
	if s[0] == '+' || s[0] == '-' {
		s = s[1:]
	}
	units := [3]int{secondsPerHour, secondsPerMinute, 1}
	for i, u := range units {
		if i > 0 {
			if s == "" || s[0] != ':' {
				break
			}
			s = s[1:]
		}
		max := 59
		if i == 0 {
			max = 24 * 7
		}
		n, r, good := tzNum(s, 0, max)
		if !good {
			return 0, "", false
		}
		offset += n * u
		s = r
	}
	if neg {
		offset = -offset
	}
	return offset, s, true
}

// A rule is a day of the year: kind 'J' julian without February 29, 'D' with it, 'M' the
// week-th day of a month; time is the second of that day.
type rule struct {
	kind           byte
	day, week, mon int
	time           int
}

func tzRule(s string) (r rule, rest string, ok bool) {
	if s == "" {
		return r, "", false
	}
	switch {
	case s[0] == 'J':
		r.kind = 'J'
		r.day, s, ok = tzNum(s[1:], 1, 365)
	case s[0] == 'M':
		r.kind = 'M'
		r.mon, s, ok = tzNum(s[1:], 1, 12)
		if !ok || s == "" || s[0] != '.' {
			return r, "", false
		}
		r.week, s, ok = tzNum(s[1:], 1, 5)
		if !ok || s == "" || s[0] != '.' {
			return r, "", false
		}
		r.day, s, ok = tzNum(s[1:], 0, 6)
	default:
		r.kind = 'D'
		r.day, s, ok = tzNum(s, 0, 365)
	}
	if !ok {
		return r, "", false
	}
	if s == "" || s[0] != '/' {
		r.time = 2 * secondsPerHour
		return r, s, true
	}
	r.time, s, ok = tzOffset(s[1:])
	return r, s, ok
}

// endOf is the second of the year, in UTC, at which a rule takes effect.
func endOf(year int, r rule, off int) int {
	s := 0
	switch r.kind {
	case 'J':
		s = (r.day - 1) * secondsPerDay
		if isLeap(year) && r.day >= 60 {
			s += secondsPerDay
		}
	case 'D':
		s = r.day * secondsPerDay
	case 'M':
		first := Date(year, Month(r.mon), 1, 0, 0, 0, 0, UTC)
		d := r.day - int(first.Weekday())
		if d < 0 {
			d += 7
		}
		for i := 1; i < r.week; i++ {
			if d+7 >= daysIn(Month(r.mon), year) {
				break
			}
			d += 7
		}
		s = (first.YearDay() - 1 + d) * secondsPerDay
	}
	return s + r.time - off
}
