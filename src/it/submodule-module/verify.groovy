context.story.verify { story ->
  ['main', 'develop'].each { branch ->
    def set = story.published('acme/application', branch).assertComplete()
        .assertHolds('app-1.0.0.jar', story.file('app/target/app-1.0.0.jar'))
        .assertHolds('library-1.0.0.jar', story.file('library/target/library-1.0.0.jar'))
    assert set.manifest().get('commit').asString == context.commit
    story.publishedUnder("commits/acme/application/${context.commit}/$branch/").assertComplete()
  }
  assert story.keys().every { it.contains('/acme/application/') }
  story.log()
      .hasLineWith('GitHub Actions: repository acme/application (GITHUB_REPOSITORY)', "commit ${context.commit.substring(0, 8)} (git HEAD)")
      .hasLineWith('Jenkins multibranch: repository acme/application (git remote)', "commit ${context.commit.substring(0, 8)} (git HEAD)")
}
