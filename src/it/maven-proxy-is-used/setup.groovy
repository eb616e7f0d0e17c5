import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

Story.begin(context, basedir) { story ->
  def proxy = story.started(ProxyScript.behindPassword('proxyUser', 'proxySecret', ProxyScript.passAll()))
  def settings = new File(basedir, 'settings.xml')
  settings.text = settings.text.replace('PROXY_PORT', proxy.port().toString())
  // DNS does not know this host name, so it can be reached only through the proxy.
  story.sendingTo(URI.create('http://s3.example.test')).with('artifacts.allowInsecureEndpoint', 'true')
}
