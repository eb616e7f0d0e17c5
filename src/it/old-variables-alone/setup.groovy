import io.github.artifactpublisher.testing.Story

// They would come before the file, and the story's build would go to wherever they lead.
['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3'].each { assert System.getenv(it) == null : "unset $it to run this story" }
// No property of ours at all: the AWS SDK's own file of settings leads to the server.
Story.begin(context, basedir) {
  new File(basedir, 'aws-config').text = "[default]\nendpoint_url = ${it.server().endpoint()}\n"
  it.without('artifacts.endpoint').without('artifacts.pathStyle')
}
