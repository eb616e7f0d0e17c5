package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.text.ByteSize;
import io.github.artifactpublisher.transfer.MemoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the messages about files that cannot be published. */
final class FileFailureMessages {
    private FileFailureMessages() {}

    static String of(PlanException e) {
        String files = e.files().stream().map(Path::toString).collect(Collectors.joining(" and "));
        return switch (e.fault()) {
            case SAME_NAME ->
                "Two files would be published as the same object " + e.name() + ": " + files
                        + ". Give one of them another name, for example with a=>b in artifacts.paths; if they are"
                        + " artifacts, set artifacts.names=coordinates.";
            case RESERVED_NAME ->
                files + " would be published as " + e.name()
                        + ", which is a file that the plugin writes itself. Give it another name.";
            case NO_REGULAR_FILE ->
                files + ", to be published as " + e.name()
                        + ", does not exist or is not a regular file. Create it before the deploy phase.";
            case UNREADABLE ->
                files + " cannot be read. Check its permissions."
                        + Optional.ofNullable(e.getCause())
                                .map(cause -> " (" + cause + ")")
                                .orElse("");
            case CHANGED ->
                files + " changed while it was published. Make sure that nothing writes to it in the deploy phase.";
        };
    }

    static String of(MemoryException e) {
        return e.file() + " is too large: one part of it does not fit into artifacts.memory, which is "
                + ByteSize.format(e.memory()) + ". Nothing was uploaded. Set artifacts.memory to at least " + e.needed()
                + " (" + ByteSize.format(e.needed()) + ").";
    }
}
