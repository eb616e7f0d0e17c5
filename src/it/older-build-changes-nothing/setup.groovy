import io.github.artifactpublisher.testing.Story
import java.util.function.Consumer
import software.amazon.awssdk.core.sync.RequestBody

Story.begin(context, basedir)
context.hostile = '\n::error::x\u001b[31m\u009b2J\u202e'
// Anybody who can write to the bucket can write the manifest that the next build reads.
context.plant = { Closure change ->
  def set = context.story.published('acme/older-build-changes-nothing', 'main')
  def manifest = set.manifest()
  change(manifest.getAsJsonObject('ci'))
  context.story.server().client().putObject(
      { it.bucket(Story.BUCKET).key('artifacts/acme/older-build-changes-nothing/main/manifest.json') } as Consumer,
      RequestBody.fromString(manifest.toString()))
  context.newer = set.eTags()
}
// Maven itself prints its version in bold.
context.assertPrintable = {
  context.story.log().hasNowhere('\u001b[31m', '\u009b', '\u202e')
  assert context.story.log().lines().every { !it.stripLeading().startsWith('::') }
}
return true
