context.story.verify { story ->
  story.assertNothingPublished()
  story.log()
      .hasErrorWith('CalendarTest.theYearHasTwelveMonths')
      .hasLineWith('BUILD FAILURE')
}
