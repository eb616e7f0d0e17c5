import java.nio.file.Files
import java.security.MessageDigest

// Checks the results on the other Mavens and the other JDK: each log starts with the expected version, and the objects are equal on every Maven.
if (elsewhereSkipped == 'true') {
  return
}
def target = new File(project.build.directory)
def stories = elsewhere.split(',').toList()
def mavens = ['3.6.3', '3.8.7', '3.9.16', '4.0.0-rc-6']

def check = { folder, version, ran = stories ->
  ran.each { story ->
    def build = new File(target, "${folder}/stories/${story}/build.log")
    assert build.readLines('UTF-8').take(20).any { it.contains(version) } : "${build} does not begin with ${version}"
  }
  log.info("${ran.size()} stories ran on ${version}")
}
mavens.each { check("on-maven-${it}", "Apache Maven ${it}") }
if (project.properties['stories.jdk25.skip'] == 'false') {
  check('on-jdk-25', 'Java version: 25', onJdk25.split(',').toList())
}

// The MD5 of an object is its ETag, except after a multipart upload. A .buildinfo file contains the Maven version on purpose.
def eTags = { File folder, story ->
  def objects = []
  new File(folder, "s3/${story}/builds").eachFileRecurse { if (it.name ==~ /.*\.gz/ && !it.name.contains('.buildinfo')) objects << it }
  objects.collectEntries { [it.name, MessageDigest.getInstance('MD5').digest(Files.readAllBytes(it.toPath())).encodeHex().toString()] }
}
['quickstart', 'all-outputs-twice-the-same'].intersect(stories).each { story ->
  def sets = mavens.collectEntries { ["Maven ${it}", eTags(new File(target, "on-maven-${it}"), story)] }
  if (!session.userProperties['invoker.test']) {
    sets['this Maven'] = eTags(target, story)
  }
  def (first, others) = [sets.values().first(), sets.values().drop(1)]
  assert first && others.every { it == first } : "objects of ${story} that are not the same on every Maven: ${sets}"
  log.info("${story}: ${first.size()} object(s), the same on ${sets.keySet().join(', ')}")
}
