import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { it.sendingTo(URI.create('https://s3.example.invalid')) }
