import io.github.artifactpublisher.testing.S3Server

context.story.verify { story ->
  story.published('acme/server-of-settings-xml', 'main')
      .assertComplete()
      .assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  assert story.keys().every { it.startsWith('artifacts/acme/server-of-settings-xml/main/') }
  story.log()
      .hasLineWith("credentials from server 'builds-bucket' in settings.xml")
      .hasErrorWith("artifacts.serverId is 'damaged', whose password Maven cannot decrypt", 'settings-security.xml')
      .hasErrorWith("artifacts.serverId is 'missing', which settings.xml does not have", 'Add a <server>')
      .hasNowhere(S3Server.SECRET_KEY, 'damagedCipherText')
}
