import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir)
