context.story.verify { story ->
  def set = story.published('acme/token-of-the-remote', 'main')
  set.assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert !set.manifest().toString().contains('remoteToken7')
  assert story.keys().every { it.startsWith('artifacts/acme/token-of-the-remote/main/') }
  story.log()
      .hasLineWith('no CI server: repository acme/token-of-the-remote (git remote), branch main (git HEAD)')
      .hasErrorWith('artifacts.slug is', 'is not a slug of the form OWNER/REPOSITORY')
      .hasNowhere("remoteToken7")
}
