def story = context.story
assert story.published('acme/older-build-changes-nothing', 'main').assertComplete().eTags() == context.newer
story.log()
    .hasLineWith('Not published: the set at s3://builds/artifacts/acme/older-build-changes-nothing/main/ is that of a newer build',
        'actions/runs/700700709', 'this is', 'actions/runs/700700708')
    .hasLineWith('BUILD SUCCESS')
return true
