package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiBuild;
import io.github.artifactpublisher.maven.message.FailureMessages;
import io.github.artifactpublisher.maven.reactor.BuildIdentity;
import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.MissingSecrets;
import io.github.artifactpublisher.maven.settings.ModuleSettings;
import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.PublishSettingsReader;
import io.github.artifactpublisher.maven.settings.SelectionScope.Base;
import io.github.artifactpublisher.maven.settings.SelectionSettings;
import io.github.artifactpublisher.maven.settings.TargetSettings;
import io.github.artifactpublisher.text.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the settings of an execution of {@code publish} as {@code publish} reads them, and finds all problems: a wrong
 * value is replaced by a valid one, and the settings are read again.
 */
final class ModuleCheck {
    private final GoalCall call;
    private final BuildIdentity identity;
    private final CorrectedSettings corrected;
    private final List<RuntimeException> problems = new ArrayList<>();
    private Optional<String> withoutSecrets = Optional.empty();

    /**
     * Creates a check.
     *
     * @param call the configuration of the execution
     */
    ModuleCheck(GoalCall call) {
        this.call = call;
        this.identity = new BuildIdentity(call.session());
        this.corrected = new CorrectedSettings(call);
    }

    /**
     * Reads the settings.
     *
     * @return the contribution of the module, without its files; empty if the module is left out. With problems, it has
     *     valid values in place of the wrong ones, and is empty if they cannot be replaced.
     */
    Optional<Contribution> contribution() {
        Optional<Contribution> contribution = read();
        boolean leftOut = problems.stream()
                .anyMatch(problem ->
                        MissingSecrets.reason(withoutSecrets, problem).isPresent());
        if (leftOut) {
            problems.clear();
        }
        return contribution.filter(published -> !leftOut);
    }

    /** Returns the problems that were found, each as {@code publish} would throw it. */
    List<RuntimeException> problems() {
        return problems;
    }

    private Optional<Contribution> read() {
        while (true) {
            try {
                return readOnce();
            } catch (RuntimeException e) {
                if (FailureMessages.of(e).isEmpty()) {
                    throw e;
                }
                if (!corrected.explains(e)) {
                    problems.add(e);
                }
                if (!corrected.replace(e)) {
                    return Optional.empty();
                }
            }
        }
    }

    private Optional<Contribution> readOnce() {
        ModuleSettings module = new ModuleSettings(corrected.settings());
        if (module.isSkipped()) {
            return Optional.empty();
        }
        CiBuild build = identity.build(corrected.isWithoutServer() ? Map.of() : call.environment());
        withoutSecrets = build.withoutSecrets().map(Sourced::value);
        PublishSettingsReader reader = identity.reader(
                call.project(),
                corrected.settings(),
                corrected.environment(),
                build,
                call.tools().versions());
        BuildRef ref = corrected.ref().orElseGet(() -> BuildIdentity.ref(reader));
        return ref instanceof BuildRef.Published published
                ? Optional.of(contribution(module, reader, published))
                : Optional.empty();
    }

    private Contribution contribution(ModuleSettings module, PublishSettingsReader reader, BuildRef.Published ref) {
        boolean perModule = module.isPerModule();
        PublishSettings settings = reader.read(ref, perModule ? TargetSettings.MODULE : "");
        module.requireValid();
        SelectionSettings selection = new SelectionSettings(corrected.settings());
        selection.requireValid();
        if (!selection.selections(Base.ROOT, List.of()).isEmpty() && perModule) {
            throw Contribution.rootSelectionsOfOneModule(call.project());
        }
        return Contribution.ofFiles(call.project(), settings, List.of(), identity.root(), perModule);
    }

    /** Returns whether a set may lack some of the modules; only if there is no problem. */
    boolean allowsPartial() {
        return call.moduleSettings().allowsPartial();
    }
}
