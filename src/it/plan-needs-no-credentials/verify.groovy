import groovy.json.JsonSlurper

context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('app-1.0.0.jar', 'app-1.0.0.jar.gz', 'Content-Type: application/gzip')
      .hasLineWith('s3://builds/artifacts/acme/plan-needs-no-credentials/main/')
      .hasLineWith('repository', 'acme/plan-needs-no-credentials', 'GITHUB_REPOSITORY')
      .hasLineWith('targetPaths')
      .hasLineWith('User property: artifacts.targetPaths')
      .hasLineWith('BUILD SUCCESS')
  def plan = new JsonSlurper().parse(story.file('target/plan.json').toFile())
  assert plan.sets*.objects*.key == [['artifacts/acme/plan-needs-no-credentials/main/app-1.0.0.jar.gz']]
  assert plan.sets[0].objects[0].size == story.file('target/app-1.0.0.jar').toFile().length()
  assert plan.sets[0].settings.find { it.name == 'artifacts.region' } == [name: 'artifacts.region', value: 'eu-central-1', source: 'artifacts.region']
}
