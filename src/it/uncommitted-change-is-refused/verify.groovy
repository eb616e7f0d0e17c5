def changed = 'The working copy has uncommitted changes in 1 file: src/main/resources/words.txt'
def warning = "[WARNING] $changed. The manifest has \"dirty\": true."

context.story.verify { story ->
  story.log()
      .hasErrorWith("$changed, and would be published as commit ${context.commit[0..7]}. Commit or stash the changes, or set artifacts.allowDirty=true.")
      .hasInOrder('BUILD FAILURE', warning, 'BUILD SUCCESS', warning, 'BUILD SUCCESS')
  assert story.log().lines().count { it == warning } == 2
  ['laptop', 'main'].each { branch ->
    def manifest = story.published('acme/uncommitted-change', branch).assertComplete().manifest()
    assert manifest.get('dirty').asBoolean
    assert manifest.get('commit').asString == context.commit
  }
}
