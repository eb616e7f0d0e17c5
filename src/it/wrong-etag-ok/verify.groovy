context.story.verify { story ->
  def set = story.published('acme/wrong-etag-ok', 'main')
  set.assertComplete()
  def stored = set.object('app-1.0.0.jar').getAsJsonObject('stored')
  assert stored.get('verifiedBy').asString == 'sha256'
  assert stored.get('md5').asString == story.puts('app-1.0.0.jar.gz')[0].bodyMd5()
  assert story.puts('app-1.0.0.jar.gz').size() == 1
}
