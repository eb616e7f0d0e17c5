import io.github.artifactpublisher.testing.PublishedSet

try {
  context.story.verify { story ->
    def client = context.mock.client()
    ['artifacts/acme/encryption-and-tags/main/', 'commits/acme/encryption-and-tags/01234567/'].each { prefix ->
      PublishedSet.in(client, 'builds', prefix).manifest()
      def tags = { name -> client.getObjectTagging { it.bucket('builds').key(prefix + name) }.tagSet().collectEntries { [it.key(), it.value()] } }
      assert tags('app-1.0.0.jar.gz') == [kind: 'build', keep: '30d']
      assert tags('src/main/resources/words.txt.gz') == [kind: 'build', keep: 'ever']
      ['app-1.0.0.jar.gz', 'src/main/resources/words.txt.gz', 'SHA256SUMS', 'manifest.json'].each { name ->
        def head = client.headObject { it.bucket('builds').key(prefix + name) }
        assert head.serverSideEncryptionAsString() == 'aws:kms' : name
        assert head.ssekmsKeyId() == 'story-key' : name
        assert head.storageClassAsString() == 'STANDARD_IA' : name
      }
    }
    story.log().hasLineWith('BUILD SUCCESS')
  }
} finally {
  context.mock.close()
}
