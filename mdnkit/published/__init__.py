"""Pages as MDN publishes them: saved as HTML, or as the text that a browser or a converter makes of it."""
