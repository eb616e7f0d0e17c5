def story = context.story
assert story.published('acme/older-build-changes-nothing', 'main').eTags() == context.newer
story.log()
    .hasLineWith('Not published: the set at s3://builds/artifacts/acme/older-build-changes-nothing/main/ is from a newer build',
        'actions/runs/700700709\\u000a::error::x\\u001b[31m\\u009b2J\\u202e', 'This build is ', 'actions/runs/700700708')
    .hasLineWith('BUILD SUCCESS')
context.assertPrintable()
context.plant {
  it.remove('buildUrl')
}
return true
