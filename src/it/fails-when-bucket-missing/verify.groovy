context.story.verify { story ->
  story.log()
      .hasErrorWith('no-such-bucket', 'artifacts.bucket', story.server().endpoint().toString())
      .hasLineWith('BUILD FAILURE')
  assert story.buckets() == ['builds']
}
