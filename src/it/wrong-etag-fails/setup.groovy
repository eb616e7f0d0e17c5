import io.github.artifactpublisher.testing.ProxyAction
import io.github.artifactpublisher.testing.ProxyScript
import io.github.artifactpublisher.testing.Story

def etag = ['ETag': '"0123456789abcdef0123456789abcdef"']
def answers = [
    PUT : ProxyAction.replaceResponse(200, etag, ''),
    HEAD: ProxyAction.answer(200, etag, ''),
    GET : ProxyAction.answer(200, etag, 'other bytes')
]
ProxyScript otherBytes = { request ->
  request.path().endsWith('app-1.0.0.jar.gz') ? answers[request.method()] : ProxyAction.pass()
}
Story.begin(context, basedir) { story -> story.through(otherBytes) }
