//go:build selftrace && !selfcheck

package runtime

// checkSelfTrace is off in the runtime as it was before the fix.
const checkSelfTrace = false
