context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasLineWith('has the artifact', 'report', 'report.bin does not exist')
      .hasErrorWith('ci.attach.file is "": name the file that ci.attach.phase is to attach.')
      .hasErrorWith('ci.attach.type is "": give the ending of ci.attach.file, as in "tar.gz".')
      .hasErrorWith('ci.attach.classifier is "": without one it would take the place of the module\'s own jar; give one, as in "linux-x86_64".')
      .hasErrorWith('ci.attach.file is "target/tool.bin", and no such file is there in the phase "package": mend the name, or')
      .hasErrorWith('ci.attach.file is "src", and that is a folder: name one file; of a folder, an archive that a plugin of yours makes.')
      .hasInOrder(*(['BUILD FAILURE'] * 5))
}
