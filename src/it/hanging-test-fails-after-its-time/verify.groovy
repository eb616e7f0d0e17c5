context.story.verify { story ->
  story.log()
      .hasErrorWith('There was a timeout in the fork')
      .hasErrorWith('maven-failsafe-plugin', 'There was a timeout in the fork')
      .hasInOrder('Running com.example.DeadlockTest', 'BUILD FAILURE', 'Running com.example.DeadlockIT', 'BUILD FAILURE')
  def prefix = 'artifacts/acme/hanging-test-fails-after-its-time/main/failed/7-700700700/'
  def set = story.publishedUnder(prefix).assertComplete()
  assert set.names().every { it.startsWith('target/surefire-reports/') }
  assert story.keys().every { it.startsWith(prefix) }
}
