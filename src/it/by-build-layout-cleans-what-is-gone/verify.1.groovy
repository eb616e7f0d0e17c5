def set = context.story.published('acme/by-build-layout-cleans-what-is-gone', 'main').assertComplete()
assert set.names().sort(false) == ['app-1.0.0.jar', 'pom.xml', 'src/main/resources/words.txt']
context.keys = ['app-1.0.0.jar', 'pom.xml', 'src/main/resources/words.txt'].collectEntries { [it, set.object(it).get('key').asString] }
assert context.keys.values().every { it =~ '/main/builds/[0-9]{8}T[0-9]{6}Z-7-[0-9a-f]{8}/' }
return true
