context.story.verify { story ->
  story.log()
      .hasLineWith('Not published: dependabot[bot] started this build, to which the CI server gives no secrets, and no credentials were found.')
      .hasInOrder('BUILD SUCCESS', 'Publishing 1 file', 'BUILD SUCCESS')
  story.published('acme/dependabot-without-secrets-is-skipped', 'dependabot/maven/x-2').assertComplete()
}
