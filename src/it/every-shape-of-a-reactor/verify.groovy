context.story.verify { story ->
  // This run has no phase deploy.
  story.withoutPlan('/command-line/')
  def names = { branch -> story.published('acme/shapes', branch).assertComplete().names().toSorted() }
  def all = ['library-1.0.0.jar', 'notes.txt', 'program-1.0.0.jar', 'program/manual.txt']
  assert names('all') == all
  assert names('parallel') == all
  assert names('command-line') == ['library-1.0.0.jar', 'notes.txt', 'program-1.0.0.jar']
  assert names('allowed') == ['library-1.0.0.jar']
  story.published('acme/shapes', 'refused').assertNothing()
  story.log()
      .hasErrorWith('leaves out everything (-pl or -rf)', 'artifacts.allowPartial=true')
      .hasErrorWith('leaves out the modules of everything (-N)')
      .hasErrorWith('did not run the goal publish in house, library, everything, so', 'mvn deploy')
      .hasInOrder('Building without', 'Publishing 4 files', 'Reactor Summary', 'BUILD SUCCESS')
  assert story.log().lines().count { it =~ /Published \d+ files? \(/ } == 4
}
