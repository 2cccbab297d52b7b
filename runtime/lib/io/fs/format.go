package fs

import "time"

// FormatFileInfo returns a line that describes info.
func FormatFileInfo(info FileInfo) string {
	s := info.Mode().String() + " "
	n := info.Size()
	digits := ""
	for {
		digits = string(rune('0'+n%10)) + digits
		n /= 10
		if n == 0 {
			break
		}
	}
	s += digits + " " + info.ModTime().Format(time.DateTime) + " " + info.Name()
	if info.IsDir() {
		s += "/"
	}
	return s
}

// FormatDirEntry returns a line that describes e: its type, and its name with a slash behind a folder's.
func FormatDirEntry(e DirEntry) string {
	mode := e.Type().String()
	s := mode[:len(mode)-9] + " " + e.Name() // without the permissions
	if e.IsDir() {
		s += "/"
	}
	return s
}
