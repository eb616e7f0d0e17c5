package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.text.Sourced;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment of a build on a CI server, and the expected result in one line. */
record Situation(
        String name, Map<String, String> environment, Map<String, String> files, KnownGit git, String expected) {
    static Situation of(String name, String... variables) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : variables) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new Situation(name, environment, Map.of(), KnownGit.detached(), "");
    }

    Situation with(String... variables) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.putAll(of(name, variables).environment());
        return new Situation(name, more, files, git, expected);
    }

    Situation named(String other) {
        return new Situation(other, environment, files, git, expected);
    }

    Situation without(String... variables) {
        Map<String, String> fewer = new LinkedHashMap<>(environment);
        fewer.keySet().removeAll(Set.of(variables));
        return new Situation(name, fewer, files, git, expected);
    }

    Situation file(String path, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, text);
        return new Situation(name, environment, more, git, expected);
    }

    Situation git(KnownGit other) {
        return new Situation(name, environment, files, other, expected);
    }

    /** With a working copy at the expected commit, as a CI server checks it out. */
    Situation is(String line) {
        return new Situation(name, environment, files, git.atCommitOf(line), line);
    }

    /** The server that it is to be taken for. */
    String server() {
        return expected.split(" \\|", 2)[0];
    }

    /** The kind of the build: {@code branch}, {@code pull request}, {@code tag} or {@code nothing} that is known. */
    String built() {
        if (expected.contains(" | pull ")) {
            return "pull request";
        }
        return Stream.of("branch", "tag")
                .filter(kind -> expected.contains(" | " + kind + " "))
                .findFirst()
                .orElse("nothing");
    }

    CiBuild detected() {
        return CiDetection.detect(environment, git, file -> Optional.ofNullable(files.get(slashed(file))));
    }

    private static String slashed(Path file) {
        return file.toString().replace('\\', '/');
    }

    static String line(CiBuild build) {
        return Stream.of(
                        Optional.of(build.server()),
                        build.slug().map(slug -> slug.value().value()),
                        build.branch().map(branch -> "branch " + branch.value()),
                        build.pullRequest().map(Situation::line),
                        build.tag().map(tag -> "tag " + tag.value()),
                        build.commit().map(commit -> commit.value().abbreviated()),
                        build.buildNumber().map(number -> "#" + number.value()),
                        build.buildUrl().map(Sourced::value),
                        build.untrustedTrigger().map(trigger -> "untrusted " + trigger.value()),
                        build.mergeQueue().map(trigger -> "queued by " + trigger.value()),
                        build.withoutSecrets().map(actor -> "no secrets for " + actor.value()),
                        build.headMismatch().map(mismatch -> "HEAD " + mismatch.relation()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" | "));
    }

    private static String line(PullRequest pull) {
        return "pull " + pull.number()
                + pull.source().map(source -> " from " + source.value()).orElse("")
                + pull.target().map(target -> " into " + target.value()).orElse("")
                + " fork " + pull.fork();
    }

    @Override
    public String toString() {
        return name;
    }
}
