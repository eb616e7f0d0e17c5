import io.github.artifactpublisher.testing.SourceRelease
import io.github.artifactpublisher.testing.Story

SourceRelease.in(localRepositoryPath, 'org.apache.maven.wrapper:maven-wrapper:3.3.4').reparentedInto(basedir, 'org.apache.maven:maven-parent:45')

Story.begin(context, basedir)
