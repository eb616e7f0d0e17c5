context.story.verify { story ->
  def commit = story.publishedUnder('commits/acme/commit-address-is-written-once/0123456789abcdef0123456789abcdef01234567/')
  assert commit.assertComplete().eTags() == context.commit
  assert story.published('acme/commit-address-is-written-once', 'main').assertComplete().eTags() == context.main
  story.log().hasErrorWith('is written once', 'actions/runs/700700701', 'actions/runs/700700703', 'app-1.0.0.jar (published: ',
      'The existing manifest was left unchanged')
}
