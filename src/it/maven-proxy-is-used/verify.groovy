context.story.verify { story ->
  story.published('acme/maven-proxy-is-used', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.puts('app-1.0.0.jar.gz').every { it.head().target().startsWith('http://s3.example.test/builds/') }
  story.log()
      .hasNowhere('proxySecret')
      .hasLineWith('BUILD SUCCESS')
}
