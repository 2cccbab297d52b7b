package fs

import "time"

// FormatFileInfo returns a line that describes info: mode, size, time and name.
func FormatFileInfo(info FileInfo) string {
	size := info.Size()
	text := info.Mode().String() + " "
	rest := uint64(size)
	if size < 0 {
		text += "-"
		rest = -rest
	}
	var buf [20]byte
	i := len(buf)
	for {
		i--
		buf[i] = byte('0' + rest%10)
		if rest /= 10; rest == 0 {
			break
		}
	}
	return text + string(buf[i:]) + " " + info.ModTime().Format(time.DateTime) + " " + nameOf(info.Name(), info.IsDir())
}

// FormatDirEntry returns a line that describes dir: the letters of its type and its name.
func FormatDirEntry(dir DirEntry) string {
	const permissions = len("rwxrwxrwx")
	mode := dir.Type().String()
	return mode[:len(mode)-permissions] + " " + nameOf(dir.Name(), dir.IsDir())
}

// nameOf marks the name of a folder.
func nameOf(name string, folder bool) string {
	if folder {
		return name + "/"
	}
	return name
}
