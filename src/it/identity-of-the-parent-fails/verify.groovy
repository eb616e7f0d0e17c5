context.story.verify { story ->
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  def (withoutGroupId, withoutVersion, withBoth) = runs
  def message = { id -> "[ERROR] The POM has no groupId or no version of its own and would inherit that of ci-parent-pom: $id. " +
      'Write <groupId>com.example</groupId> and <version>1.0.0-SNAPSHOT</version>, with your own values, beside <artifactId>app</artifactId>.' }
  assert withoutGroupId.contains(message('[inherited]:app:pom:1.0.0'))
  assert withoutVersion.contains(message('com.example.identity-of-the-parent-fails:app:pom:[inherited]'))
  assert [withoutGroupId, withoutVersion].every { it.contains('BUILD FAILURE') && it.contains(':enforce (settings)') }
  assert withBoth.contains('BUILD SUCCESS')
  story.assertNothingPublished()
}
