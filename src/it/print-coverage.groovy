// Prints the line coverage of each package by unit tests and stories together, from JaCoCo's CSV report. The help goal is generated code.
if (project.properties['coverage.skip'] == 'true') {
  return
}
def rows = new File(project.build.directory, 'coverage/jacoco.csv').readLines('UTF-8').drop(1)*.split(',').findAll { it[2] != 'HelpMojo' }
def percent = { covered, missed -> String.format(Locale.ROOT, '%5.1f %%', 100.0 * covered / Math.max(1, covered + missed)) }
def sum = { lines, column -> lines.sum(0) { it[column] as int } }

log.info('Line coverage, unit tests and stories together:')
rows.groupBy { it[1] }.sort().each { room, lines ->
  log.info("${percent(sum(lines, 8), sum(lines, 7))}  ${room}")
}
log.info("${percent(sum(rows, 8), sum(rows, 7))}  all")
