import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

def data = new File(basedir, 'data')
data.mkdirs()
byte[] bytes = new byte[12 << 20]
new Random(4).nextBytes(bytes)
new File(data, 'large.bin').bytes = bytes
new File(data, 'shrinks.log').bytes = new byte[12 << 20]
Story.begin(context, basedir) { it.through(ProxyScript.passAll()) }
