import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story -> story.without('artifacts.endpoint').without('artifacts.pathStyle') }
