def story = context.story
context.main = story.published('acme/commit-address-is-written-once', 'main').assertComplete().eTags()
story.log()
    .hasLineWith('Already published with the same content at s3://builds/commits/acme/commit-address-is-written-once/', 'actions/runs/700700701')
    .hasLineWith('BUILD SUCCESS')
return true
