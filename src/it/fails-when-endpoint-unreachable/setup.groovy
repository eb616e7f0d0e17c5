import io.github.artifactpublisher.testing.Story

// Port 1 is reserved for a service that nobody runs (tcpmux): a connection is refused at once, and no port has to be guessed free.
Story.begin(context, basedir) { story -> story.sendingTo(URI.create('http://127.0.0.1:1')) }
