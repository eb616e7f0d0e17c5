context.story.verify { story ->
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  assert runs.size() == 13
  def (laptop, ci, convergence, java, maven, overridden, asInCi, asOnALaptop, converged, refused, accepted, outOfPlace, lost) = runs
  def duplicate = 'junit-platform-commons'
  def unversioned = 'Some plugins are missing valid versions'

  [laptop, overridden, asOnALaptop].each { run ->
    assert run.contains('BUILD SUCCESS')
    assert run =~ /\[WARNING\] Rule 0: .*BanDuplicatePomDependencyVersions warned/
    assert run =~ /\[WARNING\] Rule 1: .*RequirePluginVersions warned/
  }
  [ci, asInCi].each { run ->
    assert run.contains('BUILD FAILURE')
    assert run =~ /Rule 0: .*BanDuplicatePomDependencyVersions failed/
    assert run =~ /Rule 1: .*RequirePluginVersions failed/
  }
  assert ci.contains(duplicate) && ci.contains(unversioned) && ci.contains('maven-toolchains-plugin')
  assert !ci.contains('artifact-publisher-maven-plugin.') : 'the parent pins what it binds'
  assert convergence =~ /Rule 0: .*DependencyConvergence failed/
  assert convergence.contains('Dependency convergence error for org.junit.platform:junit-platform-commons')
  assert converged =~ /Rule 0: .*DependencyConvergence passed/
  assert converged.contains('BUILD SUCCESS')
  assert java =~ /Detected JDK .* is version .* which is not in the allowed range \[99,\)/
  assert maven =~ /Detected Maven Version: .* is not in the allowed range \[99,\)/

  def messages = { run -> run.readLines().findAll { it =~ /^\[ERROR] (ci|failsafe|surefire)\./ }.collect { it - '[ERROR] ' } }
  def late = ': what is attached later is missing from the local repository or from what is published'
  def phase = { name, value, on, from = 'validate', to = 'verify', because = late -> "ci.$name is \"$value\": \"$on\" turns it on, \"none\" off; else it has to be a phase of Maven's default lifecycle, \"$from\" to \"$to\"$because.".toString() }
  def fatJar = { value -> phase('fatJar.phase', value, 'package', 'package', 'verify', ': before it there is no jar, and what is attached later is missing from the local repository or from what is published') }
  def measured = { value -> phase('coverage.phase', value, 'test-compile', 'validate', 'process-test-classes', ': then the tests run') }
  def reported = { value -> phase('coverage.reportPhase', value, 'post-integration-test', 'test', 'deploy', ': before it nothing has been measured') }
  def taken = { name, value, by -> "ci.${name}.classifier is \"$value\": ci.${by}.phase attaches a file of that classifier and of the type \"jar\", too, and one of the two would be lost; give another.".toString() }
  assert messages(refused) == [
      phase('attach.phase', 'yes', 'package'),
      'ci.attach.file is "": name the file that ci.attach.phase is to attach.',
      'ci.attach.type is "": give the ending of ci.attach.file, as in "tar.gz".',
      'ci.build.time is "yesterday": give a time of the years 1980 to 2099, as in "2026-01-01T00:00:00Z".',
      phase('buildinfo.phase', 'true', 'verify'),
      'ci.commit.phase is "compile": "initialize" or "validate" asks git for the commit, "none" does not; a later phase would be too late for the archives.',
      measured('initialise'),
      reported('report'),
      phase('extras.phase', 'pakage', 'package'),
      fatJar('on'),
      'ci.fatJar.mainClass is "": name the class whose main method "java -jar" is to run, as in "com.example.Main".',
      'ci.jacoco.phase is "verify": "test" turns it on, "none" off.',
      phase('rules.convergence.phase', '', 'validate', 'validate', 'deploy', ''),
      'ci.rules.level is "warning": with "WARN" an untidy POM gives warnings, with "ERROR" it fails.',
      phase('sbom.phase', '1', 'package'),
      'ci.test.timeoutSeconds is "30m": give a number of seconds, as in "1800"; "0" is no limit.',
      phase('watch.phase', 'post-clean', 'validate', 'validate', 'deploy', '')
  ]
  assert messages(outOfPlace) == [
      taken('fatJar', 'sources', 'sources'),
      phase('attach.phase', 'install', 'package'),
      'ci.attach.type is ".tar.gz": give the ending of ci.attach.file, as in "tar.gz".',
      'ci.attach.classifier is "linux/x86": it becomes a part of the file\'s name in a Maven repository: give one without spaces, slashes and colons, as in "linux-x86_64".',
      'ci.build.time is "2026-02-30T00:00:00Z": give a time of the years 1980 to 2099, as in "2026-01-01T00:00:00Z".',
      phase('buildinfo.phase', 'deploy', 'verify'),
      measured('test'),
      reported('test-compile'),
      phase('extras.phase', 'deploy', 'package'),
      fatJar('prepare-package'),
      'ci.java.release is "1.8": give the number of a Java release from 8 on, as in "17".',
      phase('javadoc.phase', 'install', 'package'),
      'ci.require.java.version is "latest": give the oldest version that may build, as in "17" or "17.0.2".',
      'ci.require.maven.version is "abc": give the oldest version that may build, as in "3.9" or "3.6.3".',
      phase('sbom.phase', 'install', 'package'),
      'failsafe.timeout is "half": give a number of seconds, as in "1800"; "0" is no limit.',
      'surefire.timeout is "30m": give a number of seconds, as in "1800"; "0" is no limit.'
  ]
  assert messages(lost) == [
      taken('attach', 'all', 'fatJar'),
      'ci.java.release is "seventeen": give the number of a Java release from 8 on, as in "17".',
      phase('sources.phase', 'install', 'package')
  ]
  assert refused.contains('BUILD FAILURE')
  assert accepted.contains('BUILD SUCCESS')
  story.assertNothingPublished()
}
