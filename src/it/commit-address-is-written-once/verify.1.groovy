context.commit = context.story.publishedUnder('commits/acme/commit-address-is-written-once/0123456789abcdef0123456789abcdef01234567/').assertComplete().eTags()
return true
