context.story.verify { story ->
  story.published('acme/wrong-etag-fails', 'main').assertNoManifest()
  assert story.puts('manifest.json').isEmpty()
  story.log()
      .hasErrorWith('app-1.0.0.jar', '0123456789abcdef0123456789abcdef', story.puts('app-1.0.0.jar.gz')[0].bodyMd5())
      .hasLineWith('BUILD FAILURE')
}
