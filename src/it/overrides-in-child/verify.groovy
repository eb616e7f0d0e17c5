context.story.verify { story ->
  story.publishedUnder('dist/team/tool/stable/')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.keys().every { it.startsWith('dist/team/tool/stable/') }
  story.log()
      .hasLineWith('team/tool (artifacts.slug)', 'stable (artifacts.branch)')
      .hasLineWith('dist/team/tool/stable/app-1.0.0.jar.gz')
      .hasErrorWith('release version 99 not supported')
      .hasErrorWith('maven-deploy-plugin', 'distributionManagement')
      .hasInOrder('BUILD FAILURE', 'BUILD FAILURE', 'BUILD SUCCESS')
  assert story.classVersion('target/classes/com/example/Answer.class') == 55 : 'class file version of Java 11'
}
