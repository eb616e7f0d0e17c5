// A JDK cannot be a dependency. This script looks for one beside the JDK of this build and in the variable of GitHub's runners.
def feature = { File home ->
  def release = new File(home, 'release')
  def version = release.file ? release.readLines().find { it.startsWith('JAVA_VERSION=') } : null
  version ? Runtime.Version.parse(version.substring(version.indexOf('=') + 1).replace('"', '')).feature() : 0
}
def own = new File(System.getProperty('java.home')).canonicalFile
def named = System.getenv().findAll { it.key ==~ /JAVA_HOME_25_.*/ }.collect { new File(it.value) }
def beside = own.parentFile.listFiles().sort().toList()
def found = (named + beside).find { feature(it) == 25 && new File(it, 'bin/javac').canExecute() }
def asked = elsewhereSkipped != 'true'

if (asked && !found) {
  log.warn("No JDK 25 beside ${own} or in JAVA_HOME_25_X64: no story runs on it")
}
project.properties['stories.jdk25.home'] = (found ?: own).path
project.properties['stories.jdk25.skip'] = "${!asked || !found}".toString()
