context.story.verify { story ->
  story.log()
      .hasErrorWith('ci.fatJar.mainClass is "": name the class whose main method "java -jar" is to run, as in "com.example.Main".')
      .hasErrorWith('ci.fatJar.classifier is "": without one the fat jar would take the place of the module\'s own jar; give one, as in "all".')
      .hasErrorWith('ci.fatJar.mainClass is "com/example/Main": name the class whose main method')
      .hasErrorWith('ci.fatJar.mainClass is "com.example.Gone", and neither this module nor what it depends on has such a class: mend the name; if another module has it, set ci.fatJar.phase in that one alone.')
      .hasInOrder('BUILD FAILURE', 'BUILD FAILURE', 'BUILD FAILURE', 'BUILD SUCCESS')
  def set = story.published('acme/fat-jar-without-main-class-fails', 'passed').assertComplete()
  assert set.names() == ['app-1.0.0-all.jar', 'app-1.0.0.jar']
  assert story.keys().every { it.contains('/passed/') }

  def run = [new File(System.getProperty('java.home'), 'bin/java').path, '-jar', 'target/app-1.0.0-all.jar'].execute(null, basedir)
  assert run.text =~ /META-INF\/versions\/\d+\/org\/codehaus\/plexus\/util\/BaseIOUtil/
}
