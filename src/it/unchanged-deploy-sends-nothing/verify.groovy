context.story.verify { story ->
  def requests = story.proxy().requests().drop(context.first).collect { it.method() + ' ' + it.path() }
  def main = '/builds/artifacts/acme/unchanged-deploy-sends-nothing/main/'
  assert requests == ['GET ' + main + 'manifest.json', 'GET /builds', 'PUT ' + main + 'manifest.json', 'GET /builds']
  def set = story.published('acme/unchanged-deploy-sends-nothing', 'main').assertComplete()
  assert set.manifest().getAsJsonObject('ci').get('buildNumber').asString == '8'
  story.log().hasLineWith('0 files uploaded, 1 unchanged: 1 file')
}
