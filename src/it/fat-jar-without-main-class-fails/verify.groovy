context.story.verify { story ->
  story.log()
      .hasErrorWith('ci.fatJar.mainClass is "". It must name the class that "java -jar" runs, as in <ci.fatJar.mainClass>com.example.Main</ci.fatJar.mainClass>.')
      .hasErrorWith('ci.fatJar.classifier is "". It must be a part of a file name and not that of another jar of the module, as in "all".')
      .hasErrorWith('ci.fatJar.mainClass is "com/example/Main". It must name the class')
      .hasInOrder('BUILD FAILURE', 'BUILD FAILURE', 'BUILD SUCCESS')
  def set = story.published('acme/fat-jar-without-main-class-fails', 'passed').assertComplete()
  assert set.names() == ['app-1.0.0-all.jar', 'app-1.0.0.jar']
  assert story.keys().every { it.contains('/passed/') }

  def run = [new File(System.getProperty('java.home'), 'bin/java').path, '-jar', 'target/app-1.0.0-all.jar'].execute(null, basedir)
  assert run.text =~ /META-INF\/versions\/\d+\/org\/codehaus\/plexus\/util\/BaseIOUtil/
}
