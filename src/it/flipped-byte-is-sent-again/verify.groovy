context.story.verify { story ->
  story.published('acme/flipped-byte-is-sent-again', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  def sent = story.puts('app-1.0.0.jar.gz')
  assert sent.size() == 2
  assert sent[0].bodyMd5() == sent[1].bodyMd5()
  story.log()
      .hasLineWith('[WARNING]', 'app-1.0.0.jar.gz', 'again')
      .hasLineWith('BUILD SUCCESS')
}
