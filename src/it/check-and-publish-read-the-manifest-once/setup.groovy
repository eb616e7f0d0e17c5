import io.github.artifactpublisher.testing.ProxyAction
import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story
import java.util.concurrent.atomic.AtomicBoolean

Story.begin(context, basedir) { story ->
  def isFirst = new AtomicBoolean(true)
  story.through({ request ->
    if (isFirst.getAndSet(false)) {
      Thread.sleep(20_000)
    }
    ProxyAction.pass()
  } as ProxyScript)
}
