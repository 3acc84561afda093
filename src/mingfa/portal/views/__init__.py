"""The pages, one module for each part of the site; every view turns a question into a page."""
