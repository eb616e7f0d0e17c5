import io.github.artifactpublisher.testing.ProxyAction
import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story ->
  story.through(ProxyScript.always({ it.method() == 'PUT' }, ProxyAction.flipByte()))
}
