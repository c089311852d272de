"""Settings of one installation each: `base` is shared; `demo`, `test` and `production` say what differs."""
