// Times, durations, zones, formats in both directions and the binary form; timers as far as they don't depend on the clock.
package main

import (
	"fmt"
	"time"
)

var layouts = []string{
	time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339,
	time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
	"Jan _2 06 03:04PM pm .000 .999999 ,000", "002 __2 2 02 1 01 January Monday 15 3 4 5 MST Z07 Z0700 -07 -0700 -07:00:00 Z07:00:00",
}

func formats() {
	zone := time.FixedZone("XYZ", -(7*3600 + 30*60 + 15))
	for _, t := range []time.Time{
		{}, time.Unix(0, 0).UTC(), time.Date(2009, 2, 4, 21, 0, 57, 12345600, time.UTC), time.Date(-5, 13, 40, 25, 61, 61, 1e9+1, zone),
		time.Date(12345, 12, 31, 0, 0, 0, 999999999, zone), time.UnixMilli(-1).UTC(), time.Date(2020, 1, 2, 3, 4, 5, 6, time.FixedZone("far", -24*3600)),
	} {
		for _, l := range layouts {
			s := t.Format(l)
			p, err := time.Parse(l, s)
			fmt.Println(s, "|", p, "|", err)
		}
		fmt.Println(t, t.GoString(), t.Unix(), t.UnixNano(), t.YearDay(), t.Weekday(), t.IsZero())
		y, w := t.ISOWeek()
		fmt.Println(y, w, t.Truncate(time.Hour), t.Round(time.Minute), t.AddDate(0, 1, -40), t.Add(-36*time.Hour))
		b, err := t.MarshalBinary()
		var u time.Time
		fmt.Printf("%x %v %v %v\n", b, err, u.UnmarshalBinary(b), u.Equal(t))
		j, err := t.MarshalJSON()
		fmt.Printf("%s %v\n", j, err)
	}
}

func wrong() {
	for _, c := range [][2]string{
		{time.ANSIC, "x"}, {time.RFC3339, "2006-01-02T15:04:05"}, {time.RFC3339, "2006-13-02T15:04:05Z"}, {time.RFC3339, "2006-02-30T15:04:05Z"},
		{time.RFC3339, "2006-01-02T25:04:05Z"}, {time.RFC3339, "2006-01-02T15:04:05Zx"}, {time.DateOnly, "2006-1-2"}, {time.Kitchen, "13:00PM"},
		{time.RFC1123, "Mun, 02 Jan 2006 15:04:05 MST"}, {time.RFC822, "02 Jan 06 15:04 +03"}, {"2006", "99"}, {"15:04:05.000", "01:02:03.4"},
		{"15:04:05", "01:02:03.456789"}, {"Jan 2 2006", "Feb 29 2023"}, {"002 2006", "366 2023"}, {"-07:00", "+25:00"}, {"MST", "CEST"}, {"a\x00", "b"},
	} {
		t, err := time.Parse(c[0], c[1])
		fmt.Printf("%v %q\n", t, fmt.Sprint(err))
	}
	for _, s := range []string{
		"0", "1h2m3.5s", "-1.5h", "+5us", "3µs", "1", "", "h", "1x", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns",
		".5s", "1.s", "1e3s", "1h 2m", "100000000h", "0.1ns", "1.0000000000001s",
	} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, int64(d), err)
	}
	var t time.Time
	fmt.Println(t.UnmarshalBinary(nil), t.UnmarshalBinary([]byte{9}), t.UnmarshalBinary([]byte{1, 2}), t.UnmarshalJSON([]byte("5")))
	fmt.Println(t.UnmarshalText([]byte("nope")), t.UnmarshalJSON([]byte("null")), t.UnmarshalJSON([]byte(`"2020-01-02T03:04:05.678+01:00"`)), t)
	_, err := time.LoadLocation("Nowhere/City")
	fmt.Println(err)
	fmt.Println(time.Month(13), time.Weekday(8), time.January, time.Sunday, time.Duration(1<<63-1), time.Duration(-1<<63))
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}

func durations() {
	for _, d := range []time.Duration{0, 1, 999, 1500, 1e6, 1234567890, 3600e9, 90061001002003, -5e9} {
		fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Truncate(7*time.Millisecond), d.Round(time.Second), d.Abs())
	}
	a, b := time.Date(2020, 2, 29, 0, 0, 0, 0, time.UTC), time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(a.Sub(b), b.Sub(a), a.AddDate(1, 0, 0), a.After(b), a.Before(b), a.Compare(b), a.Equal(a.In(time.FixedZone("a", 60))))
	ny, err := time.LoadLocation("America/New_York")
	if err == nil {
		for _, m := range []time.Month{1, 3, 7, 11} {
			t := time.Date(2023, m, 12, 2, 30, 0, 0, ny)
			fmt.Println(t, t.IsDST(), t.UTC())
		}
	}
}

func timers() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Reset(0))
	<-t.C
	f := make(chan int, 3)
	for i := 3; i > 0; i-- {
		time.AfterFunc(time.Duration(i)*50*time.Millisecond, func() { f <- i })
	}
	fmt.Println(<-f, <-f, <-f)
	k := time.NewTicker(2 * time.Millisecond)
	<-k.C
	<-k.C
	k.Reset(time.Millisecond)
	<-k.C
	k.Stop()
	select {
	case <-k.C:
	case <-time.After(5 * time.Millisecond):
		fmt.Println("stopped")
	}
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 3*time.Millisecond, d < time.Minute, time.Until(start) < 0, start.Round(0) == start)
}

func main() {
	formats()
	wrong()
	durations()
	timers()
}

// Output:
// Mon Jan  1 00:00:00 0001 | 0001-01-01 00:00:00 +0000 UTC | <nil>
// Mon Jan  1 00:00:00 UTC 0001 | 0001-01-01 00:00:00 +0000 UTC | <nil>
// Mon Jan 01 00:00:00 +0000 0001 | 0001-01-01 00:00:00 +0000 UTC | <nil>
// 01 Jan 01 00:00 UTC | 2001-01-01 00:00:00 +0000 UTC | <nil>
// 01 Jan 01 00:00 +0000 | 2001-01-01 00:00:00 +0000 UTC | <nil>
// Monday, 01-Jan-01 00:00:00 UTC | 2001-01-01 00:00:00 +0000 UTC | <nil>
// Mon, 01 Jan 0001 00:00:00 UTC | 0001-01-01 00:00:00 +0000 UTC | <nil>
// Mon, 01 Jan 0001 00:00:00 +0000 | 0001-01-01 00:00:00 +0000 UTC | <nil>
// 0001-01-01T00:00:00Z | 0001-01-01 00:00:00 +0000 UTC | <nil>
// 0001-01-01T00:00:00Z | 0001-01-01 00:00:00 +0000 UTC | <nil>
// 12:00AM | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00.000 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00.000000 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00.000000000 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// 0001-01-01 00:00:00 | 0001-01-01 00:00:00 +0000 UTC | <nil>
// 0001-01-01 | 0001-01-01 00:00:00 +0000 UTC | <nil>
// 00:00:00 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 01 12:00AM am .000  ,000 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Jan  1 01 12:00AM am .000  ,000" as "Jan _2 06 03:04PM pm .000 .999999 ,000": cannot parse "" as ",000"
// 001   1 1 01 1 01 January Monday 00 12 0 0 UTC Z Z +00 +0000 +00:00:00 Z | 0000-01-01 12:00:00 +0000 UTC | <nil>
// 0001-01-01 00:00:00 +0000 UTC time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC) -62135596800 -6795364578871345152 1 Monday true
// 1 1 0001-01-01 00:00:00 +0000 UTC 0001-01-01 00:00:00 +0000 UTC 0000-12-23 00:00:00 +0000 UTC 0000-12-30 12:00:00 +0000 UTC
// 01000000000000000000000000ffff <nil> <nil> true
// "0001-01-01T00:00:00Z" <nil>
// Thu Jan  1 00:00:00 1970 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// Thu Jan  1 00:00:00 UTC 1970 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// Thu Jan 01 00:00:00 +0000 1970 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 01 Jan 70 00:00 UTC | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 01 Jan 70 00:00 +0000 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// Thursday, 01-Jan-70 00:00:00 UTC | 1970-01-01 00:00:00 +0000 UTC | <nil>
// Thu, 01 Jan 1970 00:00:00 UTC | 1970-01-01 00:00:00 +0000 UTC | <nil>
// Thu, 01 Jan 1970 00:00:00 +0000 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 1970-01-01T00:00:00Z | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 1970-01-01T00:00:00Z | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 12:00AM | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00.000 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00.000000 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 00:00:00.000000000 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// 1970-01-01 00:00:00 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 1970-01-01 | 1970-01-01 00:00:00 +0000 UTC | <nil>
// 00:00:00 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Jan  1 70 12:00AM am .000  ,000 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Jan  1 70 12:00AM am .000  ,000" as "Jan _2 06 03:04PM pm .000 .999999 ,000": cannot parse "" as ",000"
// 001   1 1 01 1 01 January Thursday 00 12 0 0 UTC Z Z +00 +0000 +00:00:00 Z | 0000-01-01 12:00:00 +0000 UTC | <nil>
// 1970-01-01 00:00:00 +0000 UTC time.Date(1970, time.January, 1, 0, 0, 0, 0, time.UTC) 0 0 1 Thursday false
// 1970 1 1970-01-01 00:00:00 +0000 UTC 1970-01-01 00:00:00 +0000 UTC 1969-12-23 00:00:00 +0000 UTC 1969-12-30 12:00:00 +0000 UTC
// 010000000e7791f70000000000ffff <nil> <nil> true
// "1970-01-01T00:00:00Z" <nil>
// Wed Feb  4 21:00:57 2009 | 2009-02-04 21:00:57 +0000 UTC | <nil>
// Wed Feb  4 21:00:57 UTC 2009 | 2009-02-04 21:00:57 +0000 UTC | <nil>
// Wed Feb 04 21:00:57 +0000 2009 | 2009-02-04 21:00:57 +0000 UTC | <nil>
// 04 Feb 09 21:00 UTC | 2009-02-04 21:00:00 +0000 UTC | <nil>
// 04 Feb 09 21:00 +0000 | 2009-02-04 21:00:00 +0000 UTC | <nil>
// Wednesday, 04-Feb-09 21:00:57 UTC | 2009-02-04 21:00:57 +0000 UTC | <nil>
// Wed, 04 Feb 2009 21:00:57 UTC | 2009-02-04 21:00:57 +0000 UTC | <nil>
// Wed, 04 Feb 2009 21:00:57 +0000 | 2009-02-04 21:00:57 +0000 UTC | <nil>
// 2009-02-04T21:00:57Z | 2009-02-04 21:00:57 +0000 UTC | <nil>
// 2009-02-04T21:00:57.0123456Z | 2009-02-04 21:00:57.0123456 +0000 UTC | <nil>
// 9:00PM | 0000-01-01 21:00:00 +0000 UTC | <nil>
// Feb  4 21:00:57 | 0000-02-04 21:00:57 +0000 UTC | <nil>
// Feb  4 21:00:57.012 | 0000-02-04 21:00:57.012 +0000 UTC | <nil>
// Feb  4 21:00:57.012345 | 0000-02-04 21:00:57.012345 +0000 UTC | <nil>
// Feb  4 21:00:57.012345600 | 0000-02-04 21:00:57.0123456 +0000 UTC | <nil>
// 2009-02-04 21:00:57 | 2009-02-04 21:00:57 +0000 UTC | <nil>
// 2009-02-04 | 2009-02-04 00:00:00 +0000 UTC | <nil>
// 21:00:57 | 0000-01-01 21:00:57 +0000 UTC | <nil>
// Feb  4 09 09:00PM pm .012 .012345 ,012 | 2009-02-04 21:00:00.012 +0000 UTC | <nil>
// 035  35 4 04 2 02 February Wednesday 21 9 0 57 UTC Z Z +00 +0000 +00:00:00 Z | 0000-02-04 09:00:57 +0000 UTC | <nil>
// 2009-02-04 21:00:57.0123456 +0000 UTC time.Date(2009, time.February, 4, 21, 0, 57, 12345600, time.UTC) 1233781257 1233781257012345600 35 Wednesday false
// 2009 6 2009-02-04 21:00:00 +0000 UTC 2009-02-04 21:01:00 +0000 UTC 2009-01-23 21:00:57.0123456 +0000 UTC 2009-02-03 09:00:57.0123456 +0000 UTC
// 010000000ec11bf90900bc6100ffff <nil> <nil> true
// "2009-02-04T21:00:57.0123456Z" <nil>
// Sat Feb 10 02:02:02 -0004 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Sat Feb 10 02:02:02 -0004" as "Mon Jan _2 15:04:05 2006": cannot parse "-0004" as "2006"
// Sat Feb 10 02:02:02 XYZ -0004 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Sat Feb 10 02:02:02 XYZ -0004" as "Mon Jan _2 15:04:05 MST 2006": cannot parse "-0004" as "2006"
// Sat Feb 10 02:02:02 -0730 -0004 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Sat Feb 10 02:02:02 -0730 -0004" as "Mon Jan 02 15:04:05 -0700 2006": cannot parse "-0004" as "2006"
// 10 Feb 04 02:02 XYZ | 2004-02-10 02:02:00 +0000 XYZ | <nil>
// 10 Feb 04 02:02 -0730 | 2004-02-10 02:02:00 -0730 -0730 | <nil>
// Saturday, 10-Feb-04 02:02:02 XYZ | 2004-02-10 02:02:02 +0000 XYZ | <nil>
// Sat, 10 Feb -0004 02:02:02 XYZ | 0001-01-01 00:00:00 +0000 UTC | parsing time "Sat, 10 Feb -0004 02:02:02 XYZ" as "Mon, 02 Jan 2006 15:04:05 MST": cannot parse "-0004 02:02:02 XYZ" as "2006"
// Sat, 10 Feb -0004 02:02:02 -0730 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Sat, 10 Feb -0004 02:02:02 -0730" as "Mon, 02 Jan 2006 15:04:05 -0700": cannot parse "-0004 02:02:02 -0730" as "2006"
// -0004-02-10T02:02:02-07:30 | 0001-01-01 00:00:00 +0000 UTC | parsing time "-0004-02-10T02:02:02-07:30" as "2006-01-02T15:04:05Z07:00": cannot parse "-0004-02-10T02:02:02-07:30" as "2006"
// -0004-02-10T02:02:02.000000001-07:30 | 0001-01-01 00:00:00 +0000 UTC | parsing time "-0004-02-10T02:02:02.000000001-07:30" as "2006-01-02T15:04:05.999999999Z07:00": cannot parse "-0004-02-10T02:02:02.000000001-07:30" as "2006"
// 2:02AM | 0000-01-01 02:02:00 +0000 UTC | <nil>
// Feb 10 02:02:02 | 0000-02-10 02:02:02 +0000 UTC | <nil>
// Feb 10 02:02:02.000 | 0000-02-10 02:02:02 +0000 UTC | <nil>
// Feb 10 02:02:02.000000 | 0000-02-10 02:02:02 +0000 UTC | <nil>
// Feb 10 02:02:02.000000001 | 0000-02-10 02:02:02.000000001 +0000 UTC | <nil>
// -0004-02-10 02:02:02 | 0001-01-01 00:00:00 +0000 UTC | parsing time "-0004-02-10 02:02:02" as "2006-01-02 15:04:05": cannot parse "-0004-02-10 02:02:02" as "2006"
// -0004-02-10 | 0001-01-01 00:00:00 +0000 UTC | parsing time "-0004-02-10" as "2006-01-02": cannot parse "-0004-02-10" as "2006"
// 02:02:02 | 0000-01-01 02:02:02 +0000 UTC | <nil>
// Feb 10 04 02:02AM am .000  ,000 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Feb 10 04 02:02AM am .000  ,000" as "Jan _2 06 03:04PM pm .000 .999999 ,000": cannot parse "" as ",000"
// 041  41 10 10 2 02 February Saturday 02 2 2 2 XYZ -07 -0730 -07 -0730 -07:30:15 -07:30:15 | 0000-02-10 02:02:02 -0730 XYZ | <nil>
// -0004-02-10 02:02:02.000000001 -0730 XYZ time.Date(-4, time.February, 10, 2, 2, 2, 1, time.Location("XYZ")) -62289959263 -6949727041871345151 41 Saturday false
// -4 6 -0004-02-10 01:29:45 -0730 XYZ -0004-02-10 02:01:45 -0730 XYZ -0004-01-30 02:02:02.000000001 -0730 XYZ -0004-02-08 14:02:02.000000001 -0730 XYZ
// 02fffffffff6cc9da100000001fe3ef1 <nil> <nil> true
//  Time.MarshalJSON: year outside of range [0,9999]
// Mon Dec 31 00:00:00 12345 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Mon Dec 31 00:00:00 12345": extra text: "5"
// Mon Dec 31 00:00:00 XYZ 12345 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Mon Dec 31 00:00:00 XYZ 12345": extra text: "5"
// Mon Dec 31 00:00:00 -0730 12345 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Mon Dec 31 00:00:00 -0730 12345": extra text: "5"
// 31 Dec 45 00:00 XYZ | 2045-12-31 00:00:00 +0000 XYZ | <nil>
// 31 Dec 45 00:00 -0730 | 2045-12-31 00:00:00 -0730 -0730 | <nil>
// Monday, 31-Dec-45 00:00:00 XYZ | 2045-12-31 00:00:00 +0000 XYZ | <nil>
// Mon, 31 Dec 12345 00:00:00 XYZ | 0001-01-01 00:00:00 +0000 UTC | parsing time "Mon, 31 Dec 12345 00:00:00 XYZ" as "Mon, 02 Jan 2006 15:04:05 MST": cannot parse "5 00:00:00 XYZ" as " "
// Mon, 31 Dec 12345 00:00:00 -0730 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Mon, 31 Dec 12345 00:00:00 -0730" as "Mon, 02 Jan 2006 15:04:05 -0700": cannot parse "5 00:00:00 -0730" as " "
// 12345-12-31T00:00:00-07:30 | 0001-01-01 00:00:00 +0000 UTC | parsing time "12345-12-31T00:00:00-07:30" as "2006-01-02T15:04:05Z07:00": cannot parse "5-12-31T00:00:00-07:30" as "-"
// 12345-12-31T00:00:00.999999999-07:30 | 0001-01-01 00:00:00 +0000 UTC | parsing time "12345-12-31T00:00:00.999999999-07:30" as "2006-01-02T15:04:05.999999999Z07:00": cannot parse "5-12-31T00:00:00.999999999-07:30" as "-"
// 12:00AM | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Dec 31 00:00:00 | 0000-12-31 00:00:00 +0000 UTC | <nil>
// Dec 31 00:00:00.999 | 0000-12-31 00:00:00.999 +0000 UTC | <nil>
// Dec 31 00:00:00.999999 | 0000-12-31 00:00:00.999999 +0000 UTC | <nil>
// Dec 31 00:00:00.999999999 | 0000-12-31 00:00:00.999999999 +0000 UTC | <nil>
// 12345-12-31 00:00:00 | 0001-01-01 00:00:00 +0000 UTC | parsing time "12345-12-31 00:00:00" as "2006-01-02 15:04:05": cannot parse "5-12-31 00:00:00" as "-"
// 12345-12-31 | 0001-01-01 00:00:00 +0000 UTC | parsing time "12345-12-31" as "2006-01-02": cannot parse "5-12-31" as "-"
// 00:00:00 | 0000-01-01 00:00:00 +0000 UTC | <nil>
// Dec 31 45 12:00AM am .999 .999999 ,999 | 2045-12-31 00:00:00.999 +0000 UTC | <nil>
// 365 365 31 31 12 12 December Monday 00 12 0 0 XYZ -07 -0730 -07 -0730 -07:30:15 -07:30:15 | 0001-01-01 00:00:00 +0000 UTC | parsing time "365 365 31 31 12 12 December Monday 00 12 0 0 XYZ -07 -0730 -07 -0730 -07:30:15 -07:30:15": day-of-year does not match day
// 12345-12-31 00:00:00.999999999 -0730 XYZ time.Date(12345, time.December, 31, 0, 0, 0, 999999999, time.Location("XYZ")) 327434859015 -4606534310771929089 365 Monday false
// 12346 1 12345-12-30 23:29:45 -0730 XYZ 12345-12-30 23:59:45 -0730 XYZ 12345-12-22 00:00:00.999999999 -0730 XYZ 12345-12-29 12:00:00.999999999 -0730 XYZ
// 020000005ab43569073b9ac9fffe3ef1 <nil> <nil> true
//  Time.MarshalJSON: year outside of range [0,9999]
// Wed Dec 31 23:59:59 1969 | 1969-12-31 23:59:59 +0000 UTC | <nil>
// Wed Dec 31 23:59:59 UTC 1969 | 1969-12-31 23:59:59 +0000 UTC | <nil>
// Wed Dec 31 23:59:59 +0000 1969 | 1969-12-31 23:59:59 +0000 UTC | <nil>
// 31 Dec 69 23:59 UTC | 1969-12-31 23:59:00 +0000 UTC | <nil>
// 31 Dec 69 23:59 +0000 | 1969-12-31 23:59:00 +0000 UTC | <nil>
// Wednesday, 31-Dec-69 23:59:59 UTC | 1969-12-31 23:59:59 +0000 UTC | <nil>
// Wed, 31 Dec 1969 23:59:59 UTC | 1969-12-31 23:59:59 +0000 UTC | <nil>
// Wed, 31 Dec 1969 23:59:59 +0000 | 1969-12-31 23:59:59 +0000 UTC | <nil>
// 1969-12-31T23:59:59Z | 1969-12-31 23:59:59 +0000 UTC | <nil>
// 1969-12-31T23:59:59.999Z | 1969-12-31 23:59:59.999 +0000 UTC | <nil>
// 11:59PM | 0000-01-01 23:59:00 +0000 UTC | <nil>
// Dec 31 23:59:59 | 0000-12-31 23:59:59 +0000 UTC | <nil>
// Dec 31 23:59:59.999 | 0000-12-31 23:59:59.999 +0000 UTC | <nil>
// Dec 31 23:59:59.999000 | 0000-12-31 23:59:59.999 +0000 UTC | <nil>
// Dec 31 23:59:59.999000000 | 0000-12-31 23:59:59.999 +0000 UTC | <nil>
// 1969-12-31 23:59:59 | 1969-12-31 23:59:59 +0000 UTC | <nil>
// 1969-12-31 | 1969-12-31 00:00:00 +0000 UTC | <nil>
// 23:59:59 | 0000-01-01 23:59:59 +0000 UTC | <nil>
// Dec 31 69 11:59PM pm .999 .999 ,999 | 1969-12-31 23:59:00.999 +0000 UTC | <nil>
// 365 365 31 31 12 12 December Wednesday 23 11 59 59 UTC Z Z +00 +0000 +00:00:00 Z | 0001-01-01 00:00:00 +0000 UTC | parsing time "365 365 31 31 12 12 December Wednesday 23 11 59 59 UTC Z Z +00 +0000 +00:00:00 Z": day-of-year does not match day
// 1969-12-31 23:59:59.999 +0000 UTC time.Date(1969, time.December, 31, 23, 59, 59, 999000000, time.UTC) -1 -1000000 365 Wednesday false
// 1970 1 1969-12-31 23:00:00 +0000 UTC 1970-01-01 00:00:00 +0000 UTC 1969-12-22 23:59:59.999 +0000 UTC 1969-12-30 11:59:59.999 +0000 UTC
// 010000000e7791f6ff3b8b87c0ffff <nil> <nil> true
// "1969-12-31T23:59:59.999Z" <nil>
// Thu Jan  2 03:04:05 2020 | 2020-01-02 03:04:05 +0000 UTC | <nil>
// Thu Jan  2 03:04:05 far 2020 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Thu Jan  2 03:04:05 far 2020" as "Mon Jan _2 15:04:05 MST 2006": cannot parse "far 2020" as "MST"
// Thu Jan 02 03:04:05 -2400 2020 | 2020-01-02 03:04:05 -2400 -2400 | <nil>
// 02 Jan 20 03:04 far | 0001-01-01 00:00:00 +0000 UTC | parsing time "02 Jan 20 03:04 far" as "02 Jan 06 15:04 MST": cannot parse "far" as "MST"
// 02 Jan 20 03:04 -2400 | 2020-01-02 03:04:00 -2400 -2400 | <nil>
// Thursday, 02-Jan-20 03:04:05 far | 0001-01-01 00:00:00 +0000 UTC | parsing time "Thursday, 02-Jan-20 03:04:05 far" as "Monday, 02-Jan-06 15:04:05 MST": cannot parse "far" as "MST"
// Thu, 02 Jan 2020 03:04:05 far | 0001-01-01 00:00:00 +0000 UTC | parsing time "Thu, 02 Jan 2020 03:04:05 far" as "Mon, 02 Jan 2006 15:04:05 MST": cannot parse "far" as "MST"
// Thu, 02 Jan 2020 03:04:05 -2400 | 2020-01-02 03:04:05 -2400 -2400 | <nil>
// 2020-01-02T03:04:05-24:00 | 2020-01-02 03:04:05 -2400 -2400 | <nil>
// 2020-01-02T03:04:05.000000006-24:00 | 2020-01-02 03:04:05.000000006 -2400 -2400 | <nil>
// 3:04AM | 0000-01-01 03:04:00 +0000 UTC | <nil>
// Jan  2 03:04:05 | 0000-01-02 03:04:05 +0000 UTC | <nil>
// Jan  2 03:04:05.000 | 0000-01-02 03:04:05 +0000 UTC | <nil>
// Jan  2 03:04:05.000000 | 0000-01-02 03:04:05 +0000 UTC | <nil>
// Jan  2 03:04:05.000000006 | 0000-01-02 03:04:05.000000006 +0000 UTC | <nil>
// 2020-01-02 03:04:05 | 2020-01-02 03:04:05 +0000 UTC | <nil>
// 2020-01-02 | 2020-01-02 00:00:00 +0000 UTC | <nil>
// 03:04:05 | 0000-01-01 03:04:05 +0000 UTC | <nil>
// Jan  2 20 03:04AM am .000  ,000 | 0001-01-01 00:00:00 +0000 UTC | parsing time "Jan  2 20 03:04AM am .000  ,000" as "Jan _2 06 03:04PM pm .000 .999999 ,000": cannot parse "" as ",000"
// 002   2 2 02 1 01 January Thursday 03 3 4 5 far -24 -2400 -24 -2400 -24:00:00 -24:00:00 | 0001-01-01 00:00:00 +0000 UTC | parsing time "002   2 2 02 1 01 January Thursday 03 3 4 5 far -24 -2400 -24 -2400 -24:00:00 -24:00:00" as "002 __2 2 02 1 01 January Monday 15 3 4 5 MST Z07 Z0700 -07 -0700 -07:00:00 Z07:00:00": cannot parse "far -24 -2400 -24 -2400 -24:00:00 -24:00:00" as "MST"
// 2020-01-02 03:04:05.000000006 -2400 far time.Date(2020, time.January, 2, 3, 4, 5, 6, time.Location("far")) 1578020645 1578020645000000006 2 Thursday false
// 2020 1 2020-01-02 03:00:00 -2400 far 2020-01-02 03:04:00 -2400 far 2019-12-24 03:04:05.000000006 -2400 far 2019-12-31 15:04:05.000000006 -2400 far
// 010000000ed5a0a62500000006fa60 <nil> <nil> true
//  Time.MarshalJSON: timezone hour outside of range [0,23]
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"x\" as \"Mon Jan _2 15:04:05 2006\": cannot parse \"x\" as \"Mon\""
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"2006-01-02T15:04:05\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\""
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"2006-13-02T15:04:05Z\": month out of range"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"2006-02-30T15:04:05Z\": day out of range"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"2006-01-02T25:04:05Z\": hour out of range"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"2006-01-02T15:04:05Zx\": extra text: \"x\""
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"2006-1-2\" as \"2006-01-02\": cannot parse \"1-2\" as \"01\""
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"13:00PM\": hour out of range"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"Mun, 02 Jan 2006 15:04:05 MST\" as \"Mon, 02 Jan 2006 15:04:05 MST\": cannot parse \"Mun, 02 Jan 2006 15:04:05 MST\" as \"Mon\""
// 2006-01-02 15:04:00 +0000 +03 "<nil>"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"99\" as \"2006\": cannot parse \"99\" as \"2006\""
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"01:02:03.4\" as \"15:04:05.000\": cannot parse \".4\" as \".000\""
// 0000-01-01 01:02:03.456789 +0000 UTC "<nil>"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"Feb 29 2023\": day out of range"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"366 2023\": day-of-year out of range"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"+25:00\": time zone offset hour out of range"
// 0000-01-01 00:00:00 +0000 CEST "<nil>"
// 0001-01-01 00:00:00 +0000 UTC "parsing time \"b\" as \"a\\x00\": cannot parse \"b\" as \"a\\x00\""
// 0s 0 <nil>
// 1h2m3.5s 3723500000000 <nil>
// -1h30m0s -5400000000000 <nil>
// 5µs 5000 <nil>
// 3µs 3000 <nil>
// 0s 0 time: missing unit in duration "1"
// 0s 0 time: invalid duration ""
// 0s 0 time: invalid duration "h"
// 0s 0 time: unknown unit "x" in duration "1x"
// 2562047h47m16.854775807s 9223372036854775807 <nil>
// 0s 0 time: invalid duration "9223372036854775808ns"
// -2562047h47m16.854775808s -9223372036854775808 <nil>
// 500ms 500000000 <nil>
// 1s 1000000000 <nil>
// 0s 0 time: unknown unit "e" in duration "1e3s"
// 0s 0 time: unknown unit "h " in duration "1h 2m"
// 0s 0 time: invalid duration "100000000h"
// 0s 0 <nil>
// 1s 1000000000 <nil>
// Time.UnmarshalBinary: no data Time.UnmarshalBinary: unsupported version Time.UnmarshalBinary: invalid length Time.UnmarshalJSON: input is not a JSON string
// parsing time "nope" as "2006-01-02T15:04:05Z07:00": cannot parse "nope" as "2006" <nil> <nil> 2020-01-02 03:04:05.678 +0100 +0100
// unknown time zone Nowhere/City
// %!Month(13) %!Weekday(8) January Sunday 2562047h47m16.854775807s -2562047h47m16.854775808s
// non-positive interval for NewTicker
// 0s 0 0 0 0 0 0s 0s 0s
// 1ns 2.777777777777778e-13 1.6666666666666667e-11 1e-09 0 0 0s 0s 1ns
// 999ns 2.775e-10 1.665e-08 9.99e-07 0 0 0s 0s 999ns
// 1.5µs 4.166666666666667e-10 2.5e-08 1.5e-06 0 1 0s 0s 1.5µs
// 1ms 2.7777777777777776e-07 1.6666666666666667e-05 0.001 1 1000 0s 0s 1ms
// 1.23456789s 0.000342935525 0.0205761315 1.2345678900000001 1234 1234567 1.232s 1s 1.23456789s
// 1h0m0s 1 60 3600 3600000 3600000000 59m59.995s 1h0m0s 1h0m0s
// 25h1m1.001002003s 25.01694472277861 1501.0166833667167 90061.001002003 90061001 90061001002 25h1m0.999s 25h1m1s 25h1m1.001002003s
// -5s -0.001388888888888889 -0.08333333333333333 -5 -5000 -5000000 -4.998s -5s 5s
// 2562047h47m16.854775807s -2562047h47m16.854775808s 2021-03-01 00:00:00 +0000 UTC true false 1 true
// 2023-01-12 02:30:00 -0500 EST false 2023-01-12 07:30:00 +0000 UTC
// 2023-03-12 01:30:00 -0500 EST false 2023-03-12 06:30:00 +0000 UTC
// 2023-07-12 02:30:00 -0400 EDT true 2023-07-12 06:30:00 +0000 UTC
// 2023-11-12 02:30:00 -0500 EST false 2023-11-12 07:30:00 +0000 UTC
// true false false
// false
// 1 2 3
// stopped
// true true true false
