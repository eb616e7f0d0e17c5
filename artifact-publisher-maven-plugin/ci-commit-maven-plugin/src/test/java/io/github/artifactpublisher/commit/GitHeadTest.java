package io.github.artifactpublisher.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.commit.GitHead.UnknownCommitException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit in the situations in which people and CI servers build, each a real repository. */
class GitHeadTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    Path folder;

    private Path repository;

    @BeforeEach
    void create() throws Exception {
        repository = Files.createDirectory(folder.toRealPath().resolve("app"));
        git(repository, "init", "-q", "-b", "main");
    }

    @Test
    void theCommitHasItsIdItsShortIdAndTheTimeOfTheCommitterInUtc() throws Exception {
        String id = commit(repository);

        assertThat(head(repository)).isEqualTo(new Commit(id, id.substring(0, 7), TIME));
    }

    @Test
    void aFolderOfTheWorkingCopyBelongsToIt() throws Exception {
        Path module = Files.createDirectories(repository.resolve("modules/core"));

        assertThat(GitHead.workingCopy(module)).contains(repository);
    }

    @Test
    void aLinkedWorktreeHasItsOwnCommit() throws Exception {
        String main = commit(repository);
        Path worktree = folder.toRealPath().resolve("worktree");
        git(repository, "worktree", "add", "-q", "-b", "topic", worktree.toString());
        String topic = commit(worktree);

        assertThat(GitHead.workingCopy(worktree)).contains(worktree);
        assertThat(head(worktree).id()).isEqualTo(topic).isNotEqualTo(main);
        assertThat(head(repository).id()).isEqualTo(main);
    }

    @Test
    void aSubmoduleHasItsOwnCommit() throws Exception {
        Path library = Files.createDirectory(folder.toRealPath().resolve("library"));
        git(library, "init", "-q", "-b", "main");
        String its = commit(library);
        commit(repository);
        git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", library.toString(), "lib");

        Path submodule = repository.resolve("lib");
        assertThat(GitHead.workingCopy(submodule)).contains(submodule);
        assertThat(head(submodule).id()).isEqualTo(its);
    }

    @Test
    void aShallowCloneAndADetachedHeadHaveTheirCommit() throws Exception {
        commit(repository);
        String id = commit(repository);
        Path clone = folder.toRealPath().resolve("clone");
        git(folder, "clone", "-q", "--depth=1", repository.toUri().toString(), clone.toString());
        git(clone, "checkout", "-q", "--detach");

        assertThat(head(clone).id()).isEqualTo(id);
    }

    @Test
    void aRepositoryWithSha256HasLongIds() throws Exception {
        Path other = Files.createDirectory(folder.toRealPath().resolve("sha256"));
        git(other, "init", "-q", "--object-format=sha256");
        String id = commit(other);

        assertThat(head(other).id()).isEqualTo(id).hasSize(64);
    }

    @Test
    void configurationOfTheRepositoryStartsNoProgramAndChangesNoAnswer() throws Exception {
        String id = commit(repository);
        Path planted = folder.toRealPath().resolve("planted");
        for (String name : List.of("core.pager", "pager.rev-list", "core.fsmonitor", "gpg.program", "diff.external")) {
            git(repository, "config", name, "touch " + planted);
        }
        git(repository, "config", "log.showSignature", "true");
        git(repository, "config", "core.abbrev", "12");
        git(repository, "config", "color.ui", "always");

        assertThat(head(repository)).isEqualTo(new Commit(id, id.substring(0, 7), TIME));
        assertThat(planted).doesNotExist();
    }

    @Test
    void withoutACommitTheReasonSaysSo() {
        assertThatThrownBy(() -> head(repository))
                .isInstanceOf(UnknownCommitException.class)
                .hasMessage("there is no commit yet. Commit");
    }

    @Test
    void withoutTheProgramTheReasonSaysSo() throws Exception {
        commit(repository);

        assertThatThrownBy(() -> new GitHead("no-such-git").read(repository))
                .isInstanceOf(UnknownCommitException.class)
                .hasMessage("the program git cannot be started. Install git");
    }

    @Test
    void aBrokenRepositoryGivesGitsOwnWordsInOneLine() throws Exception {
        Files.writeString(repository.resolve(".git/HEAD"), "not a ref");

        assertThatThrownBy(() -> head(repository))
                .isInstanceOf(UnknownCommitException.class)
                .hasMessageStartingWith("git says \"")
                .hasMessageEndingWith("\". Correct that")
                .hasMessageNotContaining("\n");
    }

    private static Commit head(Path workingCopy) throws UnknownCommitException {
        return new GitHead("git").read(workingCopy);
    }

    private static String commit(Path workingCopy) throws Exception {
        git(workingCopy, "commit", "-q", "--allow-empty", "-m", "A change");
        return git(workingCopy, "rev-parse", "HEAD");
    }

    static String git(Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.com"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_COMMITTER_DATE", "2026-03-04T07:06:07+02:00");
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(answer).isZero();
        return answer.strip();
    }
}
