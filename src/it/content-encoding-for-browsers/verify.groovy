import java.util.zip.GZIPInputStream

context.story.verify { story ->
  def key = 'artifacts/acme/content-encoding/main/docs/index.html'
  assert story.keys() as Set == ['artifacts/acme/content-encoding/main/SHA256SUMS', key, 'artifacts/acme/content-encoding/main/manifest.json'] as Set
  def page = story.server().client().getObjectAsBytes { it.bucket('builds').key(key) }
  assert page.response().contentEncoding() == 'gzip'
  assert page.response().contentType().startsWith('text/html')
  assert new GZIPInputStream(page.asInputStream()).bytes == story.file('docs/index.html').toFile().bytes

  // Does the same as a browser or curl --compressed.
  def address = story.server().addressOf('builds', key).toURL()
  def connection = address.openConnection()
  connection.setRequestProperty('Accept-Encoding', 'gzip')
  assert connection.contentEncoding == 'gzip'
  assert new GZIPInputStream(connection.inputStream).bytes == story.file('docs/index.html').toFile().bytes
  def curl = ['/usr/bin/curl', '/bin/curl', '/opt/homebrew/bin/curl'].collect { new File(it) }.find { it.canExecute() }
  if (curl == null) {
    println 'There is no curl here: only what it would do was done.'
  } else {
    def process = [curl.path, '--silent', '--show-error', '--fail', '--compressed', '--noproxy', '*', address.toString()].execute()
    def said = process.inputStream.bytes
    assert process.waitFor() == 0 : process.errorStream.text
    assert said == story.file('docs/index.html').toFile().bytes
  }
  story.log().hasLineWith('BUILD SUCCESS')
}
