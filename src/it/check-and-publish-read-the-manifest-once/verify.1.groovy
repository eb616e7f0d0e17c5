context.first = context.story.proxy().requests().size()
return
