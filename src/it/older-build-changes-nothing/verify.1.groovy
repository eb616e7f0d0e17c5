context.newer = context.story.published('acme/older-build-changes-nothing', 'main').assertComplete().eTags()
return true
