context.story.verify { story ->
  def manifest = { requests -> requests.findAll { it.path().endsWith('/manifest.json') }*.method() }
  assert manifest(story.proxy().requests().take(context.first)) == ['GET', 'HEAD', 'PUT']
  assert manifest(story.proxy().requests().drop(context.first)) == ['GET', 'HEAD', 'PUT']
  story.published('acme/check-and-publish-read-the-manifest-once', 'main').assertComplete()
  story.log()
      .hasInOrder(':check (check)', 'Checked the settings and s3://builds/artifacts/acme/check-and-publish-read-the-manifest-once/main/', 'Published 3 files', ':check (check)', 'Checked the settings', 'Published 3 files')
      .hasLineWith('0 files uploaded, 3 unchanged')
}
