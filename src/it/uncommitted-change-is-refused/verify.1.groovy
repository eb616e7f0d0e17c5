context.story.assertNothingPublished()
return true
