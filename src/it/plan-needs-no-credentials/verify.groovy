import groovy.json.JsonSlurper

context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('app-1.0.0.jar', 'app-1.0.0.jar.gz', 'Content-Type: application/gzip')
      .hasLineWith('s3://builds/artifacts/acme/plan-needs-no-credentials/main/')
      .hasLineWith('repository', 'acme/plan-needs-no-credentials', 'environment: GITHUB_REPOSITORY')
      .hasLineWith('artifacts.region', 'eu-central-1', 'POM: artifacts.region')
      .hasLineWith('artifacts.pathStyle', 'true', '-Dartifacts.pathStyle')
      .hasLineWith('artifacts.cacheControl', 'no-cache', 'environment: ARTIFACTS_CACHE_CONTROL')
      .hasLineWith('| artifacts.bucket | builds | POM: configuration/bucket |')
      .hasLineWith('| artifacts.region | eu-central-1 | POM: artifacts.region |')
      .hasLineWith('| artifacts.names | coordinates | -Dartifacts.names |')
      .hasLineWith('| artifacts.cacheControl | no-cache | environment: ARTIFACTS_CACHE_CONTROL |')
      .hasLineWith('targetPaths')
      .hasLineWith('User property: artifacts.targetPaths')
      .hasLineWith('BUILD SUCCESS')
  def plan = new JsonSlurper().parse(story.file('target/plan.json').toFile())
  assert plan.sets*.objects*.key == [['artifacts/acme/plan-needs-no-credentials/main/app-1.0.0.jar.gz']]
  assert plan.sets[0].objects[0].size == story.file('target/app-1.0.0.jar').toFile().length()
  def from = plan.sets[0].settings.collectEntries { [it.name, [it.value, it.source]] }
  assert from['artifacts.bucket'] == ['builds', 'POM: configuration/bucket']
  assert from['artifacts.region'] == ['eu-central-1', 'POM: artifacts.region']
  assert from['artifacts.pathStyle'] == ['true', '-Dartifacts.pathStyle']
  assert from['artifacts.cacheControl'] == ['no-cache', 'environment: ARTIFACTS_CACHE_CONTROL']
  assert from['artifacts.ifEmpty'] == ['', 'default']
}
