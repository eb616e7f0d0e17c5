context.story.verify { story ->
  def set = story.published('acme/older-build-changes-nothing', 'main').assertComplete()
  assert set.eTags()['app-1.0.0.jar.gz'] != context.newer['app-1.0.0.jar.gz']
  assert set.manifest().getAsJsonObject('ci').get('sequence').asLong == 700700708
  story.log().hasLineWith('BUILD SUCCESS')
  context.assertPrintable()
}
