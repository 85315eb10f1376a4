"""Training static models, and adapting one to a project: what `train` and `adapt` stand on."""
