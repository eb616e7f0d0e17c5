assert context.story.keys().isEmpty()
