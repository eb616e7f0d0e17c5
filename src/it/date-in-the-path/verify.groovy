import java.time.LocalDate
import java.time.ZoneOffset

context.story.verify { story ->
  ['nightly/acme/date-in-the-path/2026/03/04/23/', 'by-date/2026-03-04/date-in-the-path/'].each {
    story.publishedUnder(it).assertComplete().assertHolds('app-1.0.0.jar', story.file('target/app-1.0.0.jar'))
  }
  // The day of the build; if it ran at midnight, this line may see the next day.
  def today = LocalDate.now(ZoneOffset.UTC)
  def day = [today, today.minusDays(1)].find { date -> story.keys().any { it.startsWith("today/$date/") } }
  assert day != null : story.keys()
  story.publishedUnder("today/$day/").assertComplete()
  story.log().hasLineWith('time', '2026-03-04T23:06:07Z', 'git HEAD')
}
