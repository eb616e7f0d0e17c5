context.story.verify { story ->
  story.published('acme/attributes-per-selection', 'wrong').assertNothing()
  story.log().hasErrorWith('The selections/selection[1] of the POM is not valid: contentType is not a media type', 'Correct it in the POM')

  def set = story.published('acme/attributes-per-selection', 'main').assertComplete()
      .assertHolds('docs/index.html', story.file('docs/index.html'))
      .assertHolds('two/target/classes/report.txt', story.file('two/target/classes/report.txt'))
  assert set.names().toSorted() == ['docs/index.html', 'logs/fast.log', 'logs/small.log', 'one-1.0.0.jar', 'two-1.0.0.jar', 'two/target/classes/report.txt']

  def head = { name ->
    story.server().client().headObject { it.bucket('builds').key('artifacts/acme/attributes-per-selection/main/' + name) }
  }
  def page = head('docs/index.html')
  assert page.contentType().replace(' ', '') == 'text/html;charset=utf-8'
  assert page.cacheControl() == 'no-cache'
  def report = head('two/target/classes/report.txt.gz')
  assert report.contentType() == 'application/gzip'
  assert report.cacheControl() == 'private'
  assert report.metadata().subMap(['kind', 'keep']) == [kind: 'report', keep: 'short']
  assert head('one-1.0.0.jar.gz').cacheControl() == 'max-age=3600'
  assert !head('one-1.0.0.jar.gz').metadata().containsKey('kind')
  assert head('logs/fast.log.gz').contentLength() > head('logs/small.log.gz').contentLength()
}
