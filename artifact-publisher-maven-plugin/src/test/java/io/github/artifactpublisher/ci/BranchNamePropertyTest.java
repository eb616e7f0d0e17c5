package io.github.artifactpublisher.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Git itself is the oracle; only ASCII, because not every locale lets a process be given more. */
class BranchNamePropertyTest {
    private static final List<String> PIECES = List.of(
            "a", "B", "-", ".", "..", "/", "@", "@{", "{", "}", "~", "^", ":", "?", "*", "[", "]", "\\", " ", ".lock",
            "$", "#", "%", "'", "\"", ";", "\u0001", "\u007f", "HEAD");

    @Property(tries = 400)
    void agreesWithGit(@ForAll("names") String name) throws Exception {
        assertThat(isTaken(name)).as("whether %s is taken", name).isEqualTo(isTakenByGit(name));
    }

    private static boolean isTaken(String name) {
        try {
            return new BranchName(name).value().equals(name);
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    /** The rules for references, without the two names of the current commit. */
    private static boolean isTakenByGit(String name) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "check-ref-format", "refs/heads/" + name)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return git.waitFor() == 0 && !name.equals("HEAD") && !name.equals("@");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(5).map(pieces -> String.join("", pieces));
    }
}
