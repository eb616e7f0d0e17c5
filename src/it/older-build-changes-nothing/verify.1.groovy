context.story.published('acme/older-build-changes-nothing', 'main').assertComplete()
context.plant {
  it.addProperty('buildUrl', it.get('buildUrl').asString + context.hostile)
  it.addProperty('buildNumber', '7' + context.hostile)
}
return true
