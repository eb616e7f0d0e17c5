// After the first of the two invocations, and before the second.
context.first = context.story.published('acme/deploy-twice-same-objects', 'main').assertComplete().eTags()
return true
