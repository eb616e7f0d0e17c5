import io.github.artifactpublisher.testing.SourceRelease
import io.github.artifactpublisher.testing.Story

SourceRelease.in(localRepositoryPath, 'org.apache.maven.shared:maven-shared-utils:3.4.2').reparentedInto(basedir, 'org.apache.maven.shared:maven-shared-components:39')

Story.begin(context, basedir)
