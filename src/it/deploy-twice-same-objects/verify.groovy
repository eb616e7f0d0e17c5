context.story.verify { story ->
  def set = story.published('acme/deploy-twice-same-objects', 'main').assertComplete()
  def second = set.eTags()
  assert second.keySet() == context.first.keySet()
  second.remove('manifest.json')
  assert second == context.first.findAll { name, eTag -> name != 'manifest.json' }
  assert second.keySet() == ['app-1.0.0.jar.gz', 'SHA256SUMS'] as Set
  story.log().hasLineWith('BUILD SUCCESS')
}
