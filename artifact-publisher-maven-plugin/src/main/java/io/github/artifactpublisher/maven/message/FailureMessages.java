package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.ci.CiValueException;
import io.github.artifactpublisher.concurrent.InterruptedOperationException;
import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.manifest.ManifestException;
import io.github.artifactpublisher.manifest.UncertainManifestException;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.SelectionException;
import io.github.artifactpublisher.plan.PlanException;
import io.github.artifactpublisher.publish.AlreadyPublishedException;
import io.github.artifactpublisher.publish.ConflictException;
import io.github.artifactpublisher.publish.PostPublicationException;
import io.github.artifactpublisher.publish.SharedPathException;
import io.github.artifactpublisher.store.ListingException;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.text.Quoted;
import io.github.artifactpublisher.text.Sourced;
import io.github.artifactpublisher.transfer.MemoryException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Makes the message of each failure: the fact, the place and the advice. The exceptions of the packages below carry
 * facts and no advice.
 */
public final class FailureMessages {
    private static final MessageTable<RuntimeException> TABLE = new MessageTable<RuntimeException>()
            .with(StoreException.class, StoreFailureMessages::of)
            .with(ListingException.class, StoreFailureMessages::of)
            .with(IntegrityException.class, PublishFailureMessages::of)
            .with(ManifestException.class, PublishFailureMessages::of)
            .with(SharedPathException.class, PublishFailureMessages::of)
            .with(AlreadyPublishedException.class, PublishFailureMessages::of)
            .with(UncertainManifestException.class, PublishFailureMessages::of)
            .with(PostPublicationException.class, PublishFailureMessages::of)
            .with(ConflictException.class, PublishFailureMessages::of)
            .with(PlanException.class, FileFailureMessages::of)
            .with(MemoryException.class, FileFailureMessages::of)
            .with(SelectionException.class, SelectionMessages::of)
            .with(SettingException.class, e -> e.setting() + " " + e.reason() + ". " + e.advice())
            .with(KeyException.class, FailureMessages::key)
            .with(TemplateException.class, FailureMessages::template)
            .with(
                    CiValueException.class,
                    e -> e.variable() + " has an invalid value: " + e.reason()
                            + " Correct it, or unset it and set artifacts.slug or artifacts.branch.")
            .with(SettingProblemsException.class, SettingProblemsException::lines)
            .with(UntrustedTriggerException.class, e -> untrusted(e.trigger()))
            .with(HeadMismatchException.class, e -> IdentityMessages.contradiction(e.mismatch()))
            .with(
                    InterruptedOperationException.class,
                    e -> "The publication was interrupted before it was complete. Run mvn deploy again.");

    private FailureMessages() {}

    /** Returns the message for a failure that the user can correct; empty for a fault of this plugin. */
    public static Optional<String> of(RuntimeException e) {
        return TABLE.of(e);
    }

    /**
     * Returns the failure for Maven, with the message in one line, or in one for each problem. The cause is a
     * suppressed exception, which {@code mvn -e} prints: Maven would append the message of a real cause to this one.
     *
     * @throws RuntimeException the exception itself, safe to print, if it is a fault of this plugin
     */
    public static MojoFailureException failure(RuntimeException e) {
        String message = of(e).orElseThrow(() -> PrintableException.unchecked(e));
        MojoFailureException failure =
                new MojoFailureException(e instanceof SettingProblemsException ? message : Quoted.line(message));
        failure.addSuppressed(PrintableException.of(e));
        return failure;
    }

    private static String untrusted(Sourced<String> trigger) {
        return "This build was started by '" + trigger.value() + "' (" + trigger.source()
                + "). Such a build has the secrets of the repository and may have checked out code of a fork, so nothing"
                + " was published. If this workflow only checks out trusted code, set artifacts.trustedTriggers="
                + trigger.value() + ".";
    }

    /** The warning that an incomplete multipart upload could not be aborted. */
    static String incompleteUpload(ObjectKey key, RuntimeException cause) {
        return "The incomplete upload of " + key + " could not be aborted and may incur storage costs. Add a lifecycle"
                + " rule to the bucket that aborts incomplete multipart uploads. ("
                + of(cause).orElseGet(cause::toString) + ")";
    }

    /**
     * The warning that a build failed before anything was uploaded.
     *
     * @param modules those that failed; empty if no module did
     */
    public static String nothingPublished(List<String> modules) {
        return "Nothing is published, because the build has failed"
                + (modules.isEmpty() ? "." : " in " + String.join(", ", modules) + ".");
    }

    /** The warning that the bucket could not be checked at the start of the build. */
    public static String notChecked(RuntimeException cause) {
        return "The bucket could not be checked, and the build goes on. "
                + of(cause).orElseGet(cause::toString);
    }

    /** The warning that the reports of a failed build could not be published. */
    public static String reportsNotPublished(RuntimeException cause) {
        return "The reports of this build are not published. " + of(cause).orElseGet(cause::toString);
    }

    private static String key(KeyException e) {
        return "The object key '" + e.text() + "' " + e.reason()
                + ". Change artifacts.targetPaths, artifacts.branch or the name of the file.";
    }

    private static String template(TemplateException e) {
        String setting = "artifacts.targetPaths is '" + e.template() + "'";
        return switch (e.fault()) {
            case UNKNOWN_PLACEHOLDER ->
                setting + ", but the placeholder {" + e.placeholder() + "} does not exist. Use one of " + braced(e)
                        + ".";
            case NO_VALUE ->
                setting + ", but {" + e.placeholder() + "} has no value in this build. "
                        + adviceForMissing(e.placeholder());
            case UNBALANCED_BRACE ->
                setting + ", which has an unbalanced brace. The placeholders are " + braced(e) + ".";
        };
    }

    private static String braced(TemplateException e) {
        return e.known().stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    private static String adviceForMissing(String placeholder) {
        return switch (placeholder) {
            case "slug", "owner", "repo" ->
                "Set artifacts.slug=OWNER/REPOSITORY. The repository is named neither by a variable of a CI server that"
                        + " this plugin knows nor, outside CI, by a git remote called origin.";
            case "branch" ->
                "Set artifacts.branch. The branch is named neither by a variable of a CI server that this plugin knows"
                        + " nor, outside CI, by git's HEAD.";
            default -> "Remove it from the path, or build where it has a value.";
        };
    }
}
