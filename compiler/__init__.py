"""Go source to image: each file is one arrow of the pipeline."""
