import io.github.artifactpublisher.testing.ProxyAction
import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story ->
  def wrong = ProxyAction.rewriteResponseHeader('ETag', '"0123456789abcdef0123456789abcdef"')
  story.through(ProxyScript.always(ProxyScript.put('app-1.0.0.jar.gz'), wrong))
}
