context.story.verify { story ->
  story.assertNothingPublished()
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  assert runs.size() == 10
  def (bucket, secret, token, host, settings, names, plan, trigger, tested, unchecked) = runs
  def errors = { run -> run.readLines().findAll { it.startsWith('[ERROR]') }.join('\n') }

  [bucket, secret, token, host, settings, names, trigger].each { run ->
    assert run.contains('BUILD FAILURE')
    assert run =~ /artifact-publisher.*:check \(check\)/
    assert !(run =~ /--- .*(compiler|surefire)/) : 'before anything is compiled or tested'
  }
  assert errors(bucket).contains('The bucket no-such-bucket does not exist')
  assert errors(secret).contains('The credentials were not accepted at s3://builds/')
  assert errors(token).contains('have expired. Renew them')
  assert errors(host).contains('No answer from https://no-such-host.invalid')
  assert errors(settings).contains('The settings of this build have 3 problems:')
  ["artifacts.layout is 'sideways', which is neither 'in-place' nor 'by-build'. Correct it.",
   "artifacts.retryFor is 'soon', which is not a duration such as 90s, 3m or PT3M. Correct it.",
   "artifacts.keys is 'plain', which is not one of raw, encoded. Correct it."].each {
    assert errors(settings).contains(it)
  }
  def noSetting = 'is not a setting of artifact-publisher-maven-plugin. Rename it to'
  assert errors(names).contains('The settings of this build have 4 problems:')
  ["The property artifacts.tagetPath $noSetting artifacts.targetPaths.", "-Dartifacts.pullRequest $noSetting artifacts.pullRequests.",
   "The environment variable ARTIFACTS_BUKET $noSetting ARTIFACTS_BUCKET.",
   "The environment variable ARTIFACT_REGION $noSetting ARTIFACTS_REGION."].each { assert errors(names).contains(it.toString()) }
  assert names.contains('[WARNING] The property artifacts.ours is not a setting of artifact-publisher-maven-plugin and has no effect.')
  assert !names.contains('ARTIFACTORY_URL') && !names.contains('ARTIFACTS_DIR') && !names.contains('aValueThatMayBeASecret')
  assert errors(plan).contains("-Dartifacts.pullRequest $noSetting artifacts.pullRequests.")
  assert errors(trigger).contains("This build was started by 'workflow_run'")

  assert tested.contains('BUILD SUCCESS') && !tested.contains('Checked')
  assert story.proxy().requests().every { !it.path().contains('only-tested') }
  assert errors(unchecked).contains('The bucket no-such-bucket does not exist') && unchecked =~ /--- .*jar/
}
