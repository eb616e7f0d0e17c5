import io.github.artifactpublisher.testing.Story

// Two files with the same lines, so that only the compression level makes a difference.
def random = new Random(3)
def lines = (1..20000).collect { "line $it of ${random.nextInt(900)} says ${random.nextInt(40) * 7}" }.join('\n')
new File(basedir, 'logs').mkdir()
new File(basedir, 'logs/fast.log').text = lines
new File(basedir, 'logs/small.log').text = lines
Story.begin(context, basedir)
