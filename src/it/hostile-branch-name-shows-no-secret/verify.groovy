import io.github.artifactpublisher.testing.S3Server

context.story.verify { story ->
  def branch = 'x/${env.AWS_SECRET_ACCESS_KEY}'
  story.published('acme/hostile-branch-name', branch)
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  story.keys().each { assert it.startsWith('artifacts/acme/hostile-branch-name/' + branch + '/') }
  story.log().hasLineWith(branch + ' (GITHUB_REF_NAME)').hasLineWith('BUILD SUCCESS')
  assert !story.log().lines().any { it.contains(S3Server.SECRET_KEY) }
}
