context.story.verify { story ->
  def slug = 'acme/pull-request-keeps-target-branch-untouched'
  assert story.published(slug, 'main').assertComplete().eTags() == context.main
  def set = story.published(slug, 'feature/login').assertComplete()
  assert set.manifest().get('pullRequest').asString.contains('12')
  story.log().hasLineWith('feature/login/app-1.0.0.jar.gz')
}
