context.story.verify { story ->
  def set = story.published('apache/pdfbox-jbig2', 'main').assertComplete()
  def built = ['jbig2-imageio-3.0.4-sources.jar', 'jbig2-imageio-3.0.4-src.zip', 'jbig2-imageio-3.0.4.jar']
  built.each { set.assertHolds(it, story.file("target/$it")) }
  assert set.names().toSet() == built.toSet()
  assert story.classVersion('target/classes/org/apache/pdfbox/jbig2/Bitmap.class') == 52 : 'class file version of Java 8'
  story.log()
      .hasLineWith('Tests run: 104, Failures: 0, Errors: 0')
      .hasLineWith('BUILD SUCCESS')
}
