import io.github.artifactpublisher.testing.S3MockServer
import io.github.artifactpublisher.testing.Story
import java.nio.file.Path

def jar = basedir.toPath().resolve('../../s3mock.jar').normalize()
context.mock = S3MockServer.start(jar, 'arn:aws:kms:eu-central-1:123456789012:key/story-key').createBucket('builds')
Story.begin(context, basedir) { it.sendingTo(context.mock.endpoint()) }
