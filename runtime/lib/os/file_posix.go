package os

// read reads up to len(b) bytes.
func (f *File) read(b []byte) (n int, err error) { return f.pfd.Read(b) }

// write writes all of b.
func (f *File) write(b []byte) (n int, err error) { return f.pfd.Write(b) }
