import io.github.artifactpublisher.testing.Story

// Port 1 is reserved for tcpmux, which nobody runs: a connection is refused at once, and the story need not look for a free port.
Story.begin(context, basedir) { story -> story.sendingTo(URI.create('http://127.0.0.1:1')) }
