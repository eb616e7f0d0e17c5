context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('has the artifact', 'report', 'report.bin does not exist')
      .hasErrorWith('ci.attach.type is "" and ci.attach.classifier is "". The type must be the file extension without its dot, as in "tar.gz".')
      .hasErrorWith('ci.attach.type is "jar" and ci.attach.classifier is "".', 'a type such as "jar" requires one that no other jar of the module has.')
      .hasErrorWith('ci.attach.file is "target/tool.bin" and must exist in the phase "package". If a plugin makes it in that phase, set ci.attach.phase to a later one, such as "pre-integration-test".')
      .hasErrorWith('has the artifact', 'src is a folder')
      .hasInOrder(*(['BUILD FAILURE'] * 5))
}
