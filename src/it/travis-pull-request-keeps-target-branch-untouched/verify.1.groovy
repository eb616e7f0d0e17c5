// Runs after the push, before the pull requests.
context.main = context.story.published('acme/travis-pull-request', 'main').assertComplete().eTags()
return true
