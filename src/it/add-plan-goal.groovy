// Each story that deploys also runs the plan goal, in the same run of Maven. Story.verify compares the plans with what was published.
def plan = "io.github.artifactpublisher:artifact-publisher-maven-plugin:${project.version}:plan"
def plans = new File(project.build.directory, 'plans')
plans.deleteDir()
plans.mkdirs()

def shared = new File(project.build.directory, 'story-sources/invoker.properties')
def sharedGoals = shared.readLines('UTF-8').find { it.startsWith('invoker.goals=') }
new File(project.build.directory, 'story-sources').eachDir { story ->
  def file = new File(story, 'invoker.properties')
  def lines = file.readLines('UTF-8')
  if (lines.contains('story.plan=false')) {
    return
  }
  if (!lines.any { it.startsWith('invoker.goals') }) {
    lines << sharedGoals
  }
  file.setText(lines.collect { line ->
    def goals = line =~ /invoker\.goals(?:\.(\d+))?=.*\bdeploy\b.*/
    if (!goals.matches()) {
      return line
    }
    def planFile = new File(plans, "${story.name}-${goals.group(1) ?: 1}.json").path.replace('\\', '/')
    "${line}${line.contains(':plan') ? '' : ' ' + plan} -Dartifacts.planFormat=json -Dartifacts.planFile=${planFile}"
  }.join('\n') + '\n', 'UTF-8')
}
