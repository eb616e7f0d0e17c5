context.story.verify { story ->
  def servers = ['github', 'gitlab', 'travis', 'circleci', 'bitbucket', 'buildkite', 'azure', 'jenkins']
  servers.each {
    story.published("acme/on-$it", 'main')
        .assertComplete()
        .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  }
  assert story.keys().every { it ==~ "artifacts/acme/on-(${servers.join('|')})/main/.*" }
  assert story.log().lines().count { it.contains('BUILD SUCCESS') } == servers.size()
}
