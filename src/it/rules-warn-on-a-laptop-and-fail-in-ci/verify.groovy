context.story.verify { story ->
  def runs = story.log().lines().join('\n').split(/(?m)^.*Scanning for projects\.\.\..*$/).toList().drop(1)
  assert runs.size() == 9
  def (laptop, ci, convergence, java, maven, overridden, asInCi, asOnALaptop, converged) = runs
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
  story.assertNothingPublished()
}
