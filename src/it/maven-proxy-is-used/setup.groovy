import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story ->
  def proxy = story.started(ProxyScript.behindPassword('proxyUser', 'proxySecret', ProxyScript.passAll()))
  def settings = new File(basedir, 'settings.xml')
  settings.text = settings.text.replace('PROXY_PORT', proxy.port().toString())
  // A name that no name server knows: without the proxy there is no way to it.
  story.sendingTo(URI.create('http://s3.example.test')).with('artifacts.allowInsecureEndpoint', 'true')
}
