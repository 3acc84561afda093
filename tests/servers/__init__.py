"""Real servers for the tests, each private, in a temporary folder and on free local ports.

`with postgres.running() as url`, `with s3.running() as url`; `available()` says why one cannot be started,
or None.
"""
