// Runs after the first of the two builds.
context.first = context.story.published('acme/deploy-twice-same-objects', 'main').assertComplete().eTags()
return true
