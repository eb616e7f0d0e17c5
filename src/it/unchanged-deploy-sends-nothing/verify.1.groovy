context.first = context.story.proxy().requests().size()
context.story.published('acme/unchanged-deploy-sends-nothing', 'main').assertComplete()
return true
