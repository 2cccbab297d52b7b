package os

import (
	"errors"
	"internal/host"

	"strconv"
	"syscall"
)

// Args are the program's arguments; the first is its name.
var Args = runtime_args()

func runtime_args() []string

// createfing starts the goroutine that runs finalizers, which Go's os does by setting one for each standard file.
func createfing()

func init() { createfing() }

// A Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// Exit ends the program at once; deferred functions are not run.
func Exit(code int) { host.Exit(code) }

// Getpid returns the number of the process.
func Getpid() int { return host.Getpid() }

// Getppid returns the number of the parent process.
func Getppid() int { return host.Getppid() }

// Getuid returns the number of the user.
func Getuid() int { return host.Getuid() }

// Geteuid returns the number of the effective user.
func Geteuid() int { return host.Geteuid() }

// Getgid returns the number of the group.
func Getgid() int { return host.Getgid() }

// Getegid returns the number of the effective group.
func Getegid() int { return host.Getegid() }

// Getgroups returns the numbers of the other groups the user is in.
func Getgroups() ([]int, error) {
	n := host.Getgroups()
	var groups []int
	for _, b := range []byte(taken(n)) {
		if b == ' ' {
			groups = append(groups, 0)
		} else {
			last := len(groups) - 1
			groups[last] = groups[last]*10 + int(b-'0')
		}
	}
	return groups, nil
}

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }

// Hostname returns the name of the host.
func Hostname() (name string, err error) {
	n, errno := host.Hostname()
	if errno != 0 {
		return "", NewSyscallError("hostname", syscall.Errno(errno))
	}
	return taken(n), nil
}

// env is the environment; copied from the host when first asked for.
var (
	env    map[string]string
	envOrd []string
)

func loadenv() {
	if env != nil {
		return
	}
	env = make(map[string]string)
	for _, s := range syscall.Environ() {
		for i := 1; i < len(s); i++ {
			if s[i] == '=' {
				if _, ok := env[s[:i]]; !ok {
					envOrd = append(envOrd, s[:i])
				}
				env[s[:i]] = s[i+1:]
				break
			}
		}
	}
}

// Getenv returns a variable's value, "" if it is not set.
func Getenv(key string) string {
	v, _ := LookupEnv(key)
	return v
}

// LookupEnv returns a variable's value and whether it is set.
func LookupEnv(key string) (string, bool) {
	loadenv()
	v, ok := env[key]
	return v, ok
}

// Setenv sets a variable.
func Setenv(key, value string) error {
	bad := key == ""
	for i := 0; i < len(key); i++ {
		bad = bad || key[i] == '=' || key[i] == 0
	}
	for i := 0; i < len(value); i++ {
		bad = bad || value[i] == 0
	}
	if bad {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	loadenv()
	if _, ok := env[key]; !ok {
		envOrd = append(envOrd, key)
	}
	env[key] = value
	notify(key, value)
	return nil
}

// godebugNotify tells package runtime what GODEBUG is now.
func godebugNotify(text string)

func notify(key, value string) {
	if key == "GODEBUG" {
		godebugNotify(value)
	}
}

// Unsetenv unsets a variable.
func Unsetenv(key string) error {
	loadenv()
	delete(env, key)
	notify(key, "")
	for i, k := range envOrd {
		if k == key {
			envOrd = append(envOrd[:i:i], envOrd[i+1:]...)
			break
		}
	}
	return nil
}

// Clearenv unsets all variables.
func Clearenv() {
	env = make(map[string]string)
	envOrd = nil
	godebugNotify("")
}

// Environ returns the environment as "key=value".
func Environ() []string {
	loadenv()
	out := make([]string, len(envOrd))
	for i, k := range envOrd {
		out[i] = k + "=" + env[k]
	}
	return out
}

// Expand replaces ${var} and $var in s by what mapping gives.
func Expand(s string, mapping func(string) string) string {
	var buf []byte
	i := 0
	for j := 0; j < len(s); j++ {
		if s[j] == '$' && j+1 < len(s) {
			if buf == nil {
				buf = make([]byte, 0, 2*len(s))
			}
			buf = append(buf, s[i:j]...)
			name, w := shellName(s[j+1:])
			if name == "" && w > 0 {
				// Bad syntax is dropped.
			} else if name == "" {
				buf = append(buf, s[j])
			} else {
				buf = append(buf, mapping(name)...)
			}
			j += w
			i = j + 1
		}
	}
	if buf == nil {
		return s
	}
	return string(buf) + s[i:]
}

// ExpandEnv expands with the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

func isShellSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func isAlphaNum(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// shellName returns the name at the start of s and the bytes it takes.
func shellName(s string) (string, int) {
	switch {
	case s[0] == '{':
		if len(s) > 2 && isShellSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	case isShellSpecial(s[0]):
		return s[0:1], 1
	}
	i := 0
	for i < len(s) && isAlphaNum(s[i]) {
		i++
	}
	return s[:i], i
}

// TempDir returns the folder for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns the user's folder.
func UserHomeDir() (string, error) {
	if v := Getenv("HOME"); v != "" {
		return v, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns the user's folder for what can be made again.
func UserCacheDir() (string, error) { return userFolder("XDG_CACHE_HOME", ".cache") }

// UserConfigDir returns the user's folder for settings.
func UserConfigDir() (string, error) { return userFolder("XDG_CONFIG_HOME", ".config") }

func userFolder(key, name string) (string, error) {
	dir := Getenv(key)
	if dir == "" {
		dir = Getenv("HOME")
		if dir == "" {
			return "", errors.New("neither $" + key + " nor $HOME are defined")
		}
		return dir + "/" + name, nil
	}
	if dir[0] != '/' {
		return "", errors.New("path in $" + key + " is relative")
	}
	return dir, nil
}

// Executable returns the program's name.
func Executable() (string, error) { return Args[0], nil }

// random returns a random number for names.
func random() uint32

// CreateTemp makes a new file in dir; a * in pattern stands for a random text.
func CreateTemp(dir, pattern string) (*File, error) {
	if dir == "" {
		dir = TempDir()
	}
	prefix, suffix, err := splitPattern(pattern)
	if err != nil {
		return nil, &PathError{Op: "createtemp", Path: pattern, Err: err}
	}
	prefix = joinPath(dir, prefix)
	for try := 0; ; try++ {
		name := prefix + strconv.FormatUint(uint64(random()), 10) + suffix
		f, err := OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		if IsExist(err) && try < 10000 {
			continue
		}
		return f, err
	}
}

// MkdirTemp makes a new folder in dir.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	prefix, suffix, err := splitPattern(pattern)
	if err != nil {
		return "", &PathError{Op: "mkdirtemp", Path: pattern, Err: err}
	}
	prefix = joinPath(dir, prefix)
	for try := 0; ; try++ {
		name := prefix + strconv.FormatUint(uint64(random()), 10) + suffix
		err := Mkdir(name, 0700)
		if err == nil {
			return name, nil
		}
		if IsExist(err) && try < 10000 {
			continue
		}
		if IsNotExist(err) {
			if _, err := Stat(dir); IsNotExist(err) {
				return "", err
			}
		}
		return "", err
	}
}

// joinPath is the path of name in dir.
func joinPath(dir, name string) string {
	if dir != "" && dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + "/" + name
}

func splitPattern(p string) (prefix, suffix string, err error) {
	for i := 0; i < len(p); i++ {
		if p[i] == '/' {
			return "", "", errors.New("pattern contains path separator")
		}
	}
	for i := len(p) - 1; i >= 0; i-- {
		if p[i] == '*' {
			return p[:i], p[i+1:], nil
		}
	}
	return p, "", nil
}
