context.story.verify { story ->
  story.assertNothingPublished()
  assert story.puts('app-1.0.0.jar.gz').size() == 2
  assert story.puts('manifest.json').isEmpty()
  story.log()
      .hasErrorWith('app-1.0.0.jar', 's3://builds/artifacts/acme/always-flipped-fails-without-manifest/main/app-1.0.0.jar.gz')
      .hasLineWith('BUILD FAILURE')
}
