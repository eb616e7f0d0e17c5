// Runs after the push, before the pull request.
context.main = context.story.published('acme/pull-request-keeps-target-branch-untouched', 'main').assertComplete().eTags()
return true
