import io.github.artifactpublisher.testing.SourceRelease
import io.github.artifactpublisher.testing.Story

SourceRelease.in(localRepositoryPath, 'org.apache.pdfbox:jbig2-imageio:3.0.4').reparentedInto(basedir, 'org.apache:apache:18')

Story.begin(context, basedir)
