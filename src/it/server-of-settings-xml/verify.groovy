import io.github.artifactpublisher.testing.S3Server

context.story.verify { story ->
  story.published('acme/server-of-settings-xml', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.keys().every { it.startsWith('artifacts/acme/server-of-settings-xml/main/') }
  def log = story.log()
      .hasLineWith("credentials from server 'builds-bucket' in settings.xml")
      .hasErrorWith("artifacts.serverId is 'missing', which settings.xml does not have", 'Add a <server>')
      .hasNowhere(S3Server.SECRET_KEY)
  // Maven 4 does not start the third build, and prints by itself the value that it cannot decrypt.
  if (log.lines().any { it.contains('Apache Maven 4') }) {
    log.hasErrorWith('Error building settings')
  } else {
    log.hasErrorWith("artifacts.serverId is 'damaged', whose password Maven cannot decrypt", 'settings-security.xml')
        .hasNowhere('damagedCipherText')
  }
}
