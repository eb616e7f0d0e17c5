context.story.verify { story ->
  story.published('acme/wrong-etag-fails', 'main').assertNoManifest()
  assert story.puts('manifest.json').isEmpty()
  story.log()
      .hasErrorWith('app-1.0.0.jar', 'SHA-256 of the bytes read back: expected', 'other bytes'.digest('SHA-256'))
      .hasLineWith('BUILD FAILURE')
}
