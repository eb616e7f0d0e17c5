import io.github.artifactpublisher.testing.Story

// These variables would override the configuration file, and the build would send its requests elsewhere.
['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3'].each { assert System.getenv(it) == null : "unset $it to run this story" }
// The configuration file of the AWS SDK sets the endpoint, so that the story needs no property of the plugin.
Story.begin(context, basedir) {
  new File(basedir, 'aws-config').text = "[default]\nendpoint_url = ${it.server().endpoint()}\n"
  it.without('artifacts.endpoint').without('artifacts.pathStyle')
}
