"""Go source to image: each file is one arrow of the pipeline."""

GO_VERSION = "1.27"  # of the Go whose language and texts are the default
