context.story.verify { story ->
  story.log().hasLineWith('.env looks like a secret', 'deploy.pem looks like a secret', 'passwd is a link out of the base folder (to /etc/passwd)')
  story.published('acme/secrets-in-the-tree', 'refused').assertNothing()
  def set = story.published('acme/secrets-in-the-tree', 'excluded')
  set.assertComplete().assertHolds('docs/notes.txt', story.file('docs/notes.txt'))
  assert set.names() as Set == ['app-1.0.0.jar', 'docs/notes.txt'] as Set
}
