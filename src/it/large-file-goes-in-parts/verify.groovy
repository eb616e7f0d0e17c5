context.story.verify { story ->
  def set = story.published('acme/large-file-goes-in-parts', 'main')
  set.assertComplete()
      .assertHolds('data/large.bin', story.file('data/large.bin'))
      .assertHolds('data/shrinks.log', story.file('data/shrinks.log'))
  def large = set.object('data/large.bin').stored
  assert large.etag.asString ==~ /[0-9a-f]{32}-3/
  assert large.verifiedBy.asString == 'etag-of-parts'
  assert set.object('data/shrinks.log').stored.etag.asString ==~ /[0-9a-f]{32}/
  def parts = story.puts('data/large.bin.gz')
  assert parts.size() == 3
  parts.each {
    assert it.head().query().contains('partNumber=')
    assert it.head().header('Content-MD5').get() == it.bodyMd5().decodeHex().encodeBase64().toString()
  }
  assert story.server().client().listMultipartUploads { it.bucket('builds') }.uploads().isEmpty()
  story.log()
      .hasLineWith('Uploaded', 'data/large.bin.gz', 'verified by etag-of-parts')
      .hasLineWith('BUILD SUCCESS')
}
