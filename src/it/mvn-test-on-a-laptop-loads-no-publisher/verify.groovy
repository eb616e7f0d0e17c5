context.story.verify { story ->
  story.log().hasLineWith('BUILD SUCCESS').hasLineWith('surefire').hasNowhere('artifact-publisher-maven-plugin')
  assert story.file('repo/org/apache/maven/surefire').toFile().directory : 'the local repository of this story was used'
  assert !story.file('repo/software').toFile().exists() : 'the AWS SDK was downloaded'
  story.assertNothingPublished()
}
