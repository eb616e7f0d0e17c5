def story = context.story
assert story.published('acme/older-build-changes-nothing', 'main').eTags() == context.newer
story.log()
    .hasLineWith('is from a newer build', 'GitHub Actions 7\\u000a::error::x\\u001b[31m\\u009b2J\\u202e')
    .hasLineWith('BUILD SUCCESS')
context.assertPrintable()
context.plant {
  it.addProperty('server', it.get('server').asString + context.hostile)
}
return true
