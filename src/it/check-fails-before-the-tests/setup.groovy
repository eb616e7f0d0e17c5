import io.github.artifactpublisher.testing.ProxyAction
import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story ->
  def expired = ProxyAction.answer(400, ['Content-Type': 'application/xml'],
      '<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>')
  story.through(ProxyScript.always({ it.path().contains('/expired/') }, expired))
}
