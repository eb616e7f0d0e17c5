context.story.assertNothingPublished()
