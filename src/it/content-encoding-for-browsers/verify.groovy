import java.util.zip.GZIPInputStream

context.story.verify { story ->
  def key = 'artifacts/acme/content-encoding/main/docs/index.html'
  assert story.keys() as Set == ['artifacts/acme/content-encoding/main/SHA256SUMS', key, 'artifacts/acme/content-encoding/main/manifest.json'] as Set
  def page = story.server().client().getObjectAsBytes { it.bucket('builds').key(key) }
  assert page.response().contentEncoding() == 'gzip'
  assert page.response().contentType().startsWith('text/html')
  assert new GZIPInputStream(page.asInputStream()).bytes == story.file('docs/index.html').toFile().bytes
  story.log().hasLineWith('BUILD SUCCESS')
}
