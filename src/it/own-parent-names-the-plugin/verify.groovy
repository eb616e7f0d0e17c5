context.story.verify { story ->
  story.published('acme/own-parent-names-the-plugin', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  story.log().hasInOrder(':check (check)', 'Checked the settings and s3://builds/artifacts/acme/own-parent-names-the-plugin/main/', ':jar ', 'Published 1 file', 'BUILD SUCCESS')
}
