context.story.verify { story ->
  def reports = ['works/target/surefire-reports/TEST-com.example.WorksTest.xml',
      'works/target/surefire-reports/com.example.WorksTest.txt', 'works/target/works.log']
  for (branch in ['fails', 'never']) {
    def set = story.publishedUnder("artifacts/acme/clock/${branch}/failed/7-700700700/").assertComplete()
    assert set.names().toSorted() == reports
    assert story.published('acme/clock', branch).keys().size() == 5
  }
  story.published('acme/clock', 'unasked').assertNothing()
  def passed = story.published('acme/clock', 'passes').assertComplete()
  assert passed.names().toSorted() == ['alarm-1.0.0.jar', 'face-1.0.0.jar', 'works-1.0.0.jar']
  def failures = story.log().lines().count { it.startsWith('[ERROR] Failed to execute goal') && it.contains('There was 1 failure') || it.contains('There are test failures') }
  assert failures == 4
  story.log()
      .hasInOrder(') to s3://builds/artifacts/acme/clock/fails/failed/7-700700700/', 'BUILD FAILURE', ') to s3://builds/artifacts/acme/clock/never/failed/7-700700700/', 'Build failures were ignored.')
      .hasLineWith('[WARNING] The reports of this build are not published. The bucket no-such-bucket does not exist')
}
