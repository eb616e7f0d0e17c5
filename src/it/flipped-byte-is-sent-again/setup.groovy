import io.github.artifactpublisher.testing.ProxyAction
import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story ->
  story.through(ProxyScript.first(1, ProxyScript.put('app-1.0.0.jar.gz'), ProxyAction.flipByte()))
}
