# The parts of benchmarks/run that measure whole CI jobs in generated projects. PROJECT is the folder with the projects
# that are compared with each other.

# ---------------------------------------------------------------- projects

# Generates the projects of a corpus in one git repository, like the checkout of a CI server. Arguments: the part, the
# corpus, for each module the number of classes, tests and incompressible bytes, and for each project
# FOLDER:PARENT:MODULES. Without modules it is a single jar.
make_projects() {
  local part=$1 corpus=$2 content=("${@:3:3}") each folder parent modules
  shift 5
  PROJECT=$projects/$corpus
  rm -rf "$PROJECT"
  # Without this folder, Maven would use .mvn of the checkout.
  mkdir -p "$PROJECT/.mvn"
  for each in "$@"; do
    IFS=: read -r folder parent modules <<<"$each"
    program MakeProject "$checkout/ci-parent-pom/pom.xml" "$PROJECT/$folder" "$parent" "${modules:-0}" "${content[@]}"
    printf '%s\t%s\t%d\t%d\t%d\t%d\n' "$corpus" "$folder" "${modules:-0}" "${content[@]}" >>"$results/$part.projects.tsv"
  done
  echo target/ >"$PROJECT/.gitignore"
  git -C "$PROJECT" init -q
  git -C "$PROJECT" add -A
  GIT_AUTHOR_DATE=2026-01-01T00:00:00Z GIT_COMMITTER_DATE=2026-01-01T00:00:00Z \
    git -C "$PROJECT" -c user.name=benchmark -c user.email=benchmark@example.com -c commit.gpgsign=false commit -q -m 'Generated project'
}

# The variables of a push to main on GitHub Actions, or none, as on a laptop.
on_ci() {
  on_laptop
  export CI=true GITHUB_ACTIONS=true GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=acme/app GITHUB_EVENT_NAME=push
  export GITHUB_REF=refs/heads/main GITHUB_REF_NAME=main GITHUB_REF_TYPE=branch GITHUB_RUN_ID=700 GITHUB_RUN_NUMBER=7 GITHUB_RUN_ATTEMPT=1
  GITHUB_SHA=$(git -C "$PROJECT" rev-parse HEAD)
  export GITHUB_SHA
}

on_laptop() { unset CI "${!GITHUB_@}"; }

# ---------------------------------------------------------------- contenders

contender plain-verify 'java' \
  '"$MVN" -B -f "$PROJECT/plain/pom.xml" -Dmaven.repo.local="$REPOSITORY" clean verify'
contender plain+put-object 'gzip openssl aws' \
  "${script[plain-verify]}"' && gzip -6 -c "$PROJECT/plain/target/app-1.0.0.jar" >"$GZ" && aws s3api put-object --endpoint-url "$ENDPOINT" --bucket builds --key "$KEY" --body "$GZ" --content-md5 "$(openssl md5 -binary "$GZ" | base64)"'
contender plain+put-objects 'gzip openssl aws' \
  "${script[plain-verify]}"' && for jar in "$PROJECT"/plain/*/target/*.jar; do gzip -6 -c "$jar" >"$GZ"; aws s3api put-object --endpoint-url "$ENDPOINT" --bucket builds --key "$KEY/${jar##*/}.gz" --body "$GZ" --content-md5 "$(openssl md5 -binary "$GZ" | base64)"; done'
contender plain+loop+cp 'gzip aws' \
  "${script[plain-verify]}"' && mkdir "$GZ" && for jar in "$PROJECT"/plain/*/target/*.jar; do gzip -6 -c "$jar" >"$GZ/${jar##*/}.gz"; done && aws s3 cp --endpoint-url "$ENDPOINT" --only-show-errors --recursive "$GZ" "s3://builds/$KEY"'
contender parent-verify 'java' "${script[plain-verify]//plain/parent}"
contender parent-deploy 'java' \
  '"$MVN" -B -f "$PROJECT/parent/pom.xml" -Dmaven.repo.local="$REPOSITORY" -Dartifacts.endpoint="$ENDPOINT" clean deploy'
contender parent-skip 'java' \
  '"$MVN" -B -f "$PROJECT/parent/pom.xml" -Dmaven.repo.local="$REPOSITORY" -Dartifacts.endpoint="$ENDPOINT" -Dartifacts.skip=true clean deploy'
contender one-verify 'java' "${script[plain-verify]//plain/one}"
contender one-deploy 'java' "${script[parent-deploy]//parent/one}"
contender spring-verify 'java' "${script[plain-verify]//plain/spring}"
contender apache-verify 'java' "${script[plain-verify]//plain/apache}"

# ---------------------------------------------------------------- parts

# Subshells, because other parts do not have these variables.
part_job() (
  local content=(60 50 5000000)
  export GZ=$scratch/jar.gz PROJECT
  ! $quick || content=(6 5 125000)
  make_projects job job "${content[@]}" plain:NONE parent:CI_PARENT_POM
  on_ci
  compare job job app-1.0.0.jar.gz "$pairs" plain-verify plain+put-object parent-verify parent-deploy
  count_classes
  measure_closure
)

part_job-30() (
  export GZ=$scratch/jars.gz PROJECT
  make_projects job-30 job-30 5 0 0 "plain:NONE:$modules" "parent:CI_PARENT_POM:$modules" one:CI_PARENT_POM:1
  on_ci
  compare job-30 job-30 jars "$pairs" plain-verify plain+put-objects plain+loop+cp parent-verify parent-deploy one-verify one-deploy
)

part_parent() (
  export GZ=$scratch/none.gz PROJECT
  on_laptop
  make_projects parent parent-1 1 0 0 plain:NONE parent:CI_PARENT_POM spring:SPRING apache:APACHE
  compare parent parent-1 none "$pairs" plain-verify parent-verify spring-verify apache-verify
  make_projects parent parent-30 1 0 0 "plain:NONE:$modules" "parent:CI_PARENT_POM:$modules"
  compare parent parent-30 none "$pairs" plain-verify parent-verify
)

# Counts the classes that Maven's JVM loads. One run is enough, because the number hardly changes.
count_classes() {
  local name
  export KEY=none
  for name in parent-verify parent-skip parent-deploy; do
    MAVEN_OPTS="-Xlog:class+load:file=$scratch/loaded::filecount=0" bash -c "${script[$name]}" >"$scratch/out" 2>"$scratch/err" ||
      { tail -n 20 "$scratch/out" "$scratch/err" >&2; exit 1; }
    printf '%s\t%d\n' "$name" "$(grep -c ' source: ' "$scratch/loaded")"
    empty_bucket
  done >"$results/job.classes.tsv"
}

# Counts the jars that a CI machine downloads for the plugin, besides the plugin itself, and their bytes. Maven provides
# slf4j-api.
measure_closure() {
  (cd "$checkout/artifact-publisher-maven-plugin" &&
    maven "$dependency_plugin:build-classpath" -DincludeScope=runtime -DexcludeArtifactIds=slf4j-api -Dmdep.outputFile="$scratch/closure")
  tr ':' '\n' <"$scratch/closure" | xargs -d '\n' stat -c %s | awk '{ sum += $1 } END { printf "%d\t%d\n", NR, sum }' >"$results/job.closure.tsv"
}
