context.story.verify { story ->
  def servers = [
      github: ['GitHub Actions', '41', 'https://github.com/acme/on-github/actions/runs/700700741/attempts/1'],
      gitlab: ['GitLab CI', '42', 'https://gitlab.com/acme/on-gitlab/-/pipelines/9042'],
      travis: ['Travis CI', '43', 'https://app.travis-ci.com/acme/on-travis/builds/9043'],
      circleci: ['CircleCI', '44', 'https://circleci.com/gh/acme/on-circleci/44'],
      bitbucket: ['Bitbucket Pipelines', '45', 'https://bitbucket.org/acme/on-bitbucket/pipelines/results/45'],
      buildkite: ['Buildkite', '46', 'https://buildkite.com/acme/on-buildkite/builds/46'],
      azure: ['Azure Pipelines', '47', 'https://dev.azure.com/acme/builds/_build/results?buildId=9047'],
      jenkins: ['Jenkins multibranch', '48', 'https://jenkins.example.com/job/on-jenkins/job/main/48/']]
  servers.each { name, facts ->
    def manifest = story.published("acme/on-$name", 'main')
        .assertComplete()
        .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
        .manifest()
    def ci = manifest.getAsJsonObject('ci')
    assert ['server', 'buildNumber', 'buildUrl'].collect { ci.get(it).asString } == facts
    assert manifest.get('commit').asString == 'f6451e745766d28ababf6e1b4b3c863dc03cb822'
  }
  assert story.keys().every { it ==~ "artifacts/acme/on-(${servers.keySet().join('|')})/main/.*" }
  assert story.log().lines().count { it.contains('Tests run: 3, Failures: 0') && it.contains('Time elapsed') } == servers.size()
  assert story.log().lines().count { it.contains('BUILD SUCCESS') } == servers.size()
}
