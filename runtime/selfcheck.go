//go:build !selftrace || selfcheck

package runtime

// checkSelfTrace makes gentraceback refuse to walk the stack that it runs on.
const checkSelfTrace = true
