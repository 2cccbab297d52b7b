"""Package runtime and the std packages in Go, and the few natives they need in Python."""
