context.story.verify { story ->
  def set = story.published('acme/by-build-layout-cleans-what-is-gone', 'main').assertComplete()
  assert set.names().sort(false) == ['app-1.0.0.jar', 'src/main/resources/words.txt']
  assert set.object('src/main/resources/words.txt').get('key').asString == context.keys['src/main/resources/words.txt']
  assert set.object('app-1.0.0.jar').get('key').asString =~ '/main/builds/[0-9]{8}T[0-9]{6}Z-8-[0-9a-f]{8}/app-1.0.0.jar.gz'
  assert set.manifest().get('layout').asString == 'by-build'
  assert story.proxy().requests().last().head().target() == '/builds?delete' : 'last of all'
  story.log()
      .hasLineWith('1 file uploaded, 1 unchanged: 2 files')
      .hasLineWith('Deleted 2 files at ', 'that are no longer part of the set')
}
