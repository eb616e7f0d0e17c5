def main = '589df2bcab199a52488a359cabbfb3eeb8c425fd'

context.story.verify { story ->
  story.log()
      .hasErrorWith("The commit that is built, ${context.release} (git HEAD, branch release/1.x), is neither $main (GITHUB_SHA) of branch main (GITHUB_REF_NAME)", 'Set artifacts.branch')
      .hasInOrder('BUILD FAILURE', 'BUILD SUCCESS', 'branch v1.0.1 (git tag)', 'BUILD SUCCESS')
  def release = story.published('acme/scheduled-run', 'release/1.x').assertComplete().manifest()
  assert release.get('commit').asString == context.release
  assert release.get('branch').asString == 'release/1.x'
  def tag = story.published('acme/scheduled-run', 'v1.0.1').assertComplete().manifest()
  assert tag.get('tag').asString == 'v1.0.1'
  assert tag.get('commit').asString == context.release
  story.published('acme/scheduled-run', 'main').assertNothing()
  assert story.keys().every { it ==~ "(artifacts/acme/scheduled-run/(release/1.x|v1.0.1)|commits/acme/scheduled-run/${context.release})/.*" }
}
