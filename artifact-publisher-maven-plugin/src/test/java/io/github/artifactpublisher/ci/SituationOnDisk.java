package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.GitCommand;
import java.nio.file.Path;
import java.util.Map;

/**
 * A situation that programs outside of this JVM see too: its files and its working copy are on the disk.
 *
 * @param environment the situation's, with the paths of the files on the disk
 */
record SituationOnDisk(Situation situation, Map<String, String> environment, Path workingCopy) {
    /** The text with the working copy's HEAD in place of the one that the situation has. */
    String withRealHead(String text) {
        return new GitCommand(workingCopy)
                .headCommit()
                .map(head -> text.replace(situation.git().headCommit().orElseThrow(), head))
                .orElse(text);
    }

    CiBuild detected() {
        return CiDetection.detect(environment, new GitCommand(workingCopy), CiFiles.onDisk());
    }
}
