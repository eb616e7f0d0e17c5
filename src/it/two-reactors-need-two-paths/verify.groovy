context.story.verify { story ->
  story.log().hasErrorWith(
      'The set at s3://builds/artifacts/acme/two-reactors/main/ was published in this same run',
      'has modules that this build does not have: com.example.two-reactors:backend.',
      '{artifactId}', '{env.NAME}')
  assert story.published('acme/two-reactors', 'main').names() == ['backend.txt']
  assert story.published('acme/two-reactors', 'main/frontend').assertComplete().names() == ['frontend.txt']
}
