package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.maven.message.SettingProblems;
import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.DistinctTargets;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.reactor.ReactorContributions;
import io.github.artifactpublisher.maven.settings.StoreConnection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;

/** Checks the settings of all modules before the first of them is compiled, and then the bucket. */
public final class SessionCheck {
    private final GoalCall own;
    private final CheckCalls calls;
    private final SettingProblems problems = new SettingProblems();
    private final List<Contribution> contributions = new ArrayList<>();
    private final Set<MavenProject> checked = new LinkedHashSet<>();

    /**
     * Creates a check.
     *
     * @param own the call of the goal in the module that has come to it
     */
    public SessionCheck(GoalCall own) {
        this.own = own;
        this.calls = CheckCalls.of(own.session());
    }

    /**
     * Checks the calls that were collected.
     *
     * @throws RuntimeException with a message in {@code FailureMessages}, if something is wrong
     */
    public void run() {
        calls.take().stream().filter(call -> call.moduleSettings().isChecked()).forEach(this::checkOrAwait);
        if (checked.isEmpty()) {
            return;
        }
        NameCheck.check(own, checked, problems);
        if (problems.isEmpty()) {
            problems.check(() -> DistinctTargets.require(contributions), problems::add);
        }
        StoreConnection connection = own.tools().connection();
        contributions.stream()
                .map(contribution -> contribution.settings().store())
                .distinct()
                .forEach(store -> problems.check(() -> connection.s3Settings(store), problems::add));
        problems.requireNone();
        new StoreCheck(own, connection).check(contributions);
    }

    /** A value with an unknown expression may become known, when plugins before this goal have run in the module. */
    private void checkOrAwait(GoalCall call) {
        if (!call.configured().toString().contains("${")) {
            check(call);
        } else if (call.project().equals(own.project())) {
            call.log().debug("Not checked: properties of " + call.project().getArtifactId() + " are not known yet.");
        } else {
            calls.await(call.project());
        }
    }

    private void check(GoalCall call) {
        ModuleCheck module = new ModuleCheck(call);
        Optional<Contribution> contribution = module.contribution();
        String name = call.project().getArtifactId();
        if (contribution.isPresent() || !module.problems().isEmpty()) {
            problems.addModule(name);
            checked.add(call.project());
        }
        module.problems().forEach(problem -> problems.add(name, problem));
        contribution.ifPresent(published -> checkRun(published, module, call));
    }

    private void checkRun(Contribution contribution, ModuleCheck module, GoalCall call) {
        contributions.add(contribution);
        ReactorContributions reactor = ReactorContributions.of(own);
        problems.check(reactor::requireOnline, problems::add);
        if (module.problems().isEmpty()
                && contribution.isOfReactorSet()
                && !call.moduleSettings().allowsPartial()) {
            problems.check(reactor::requireWhole, problems::add);
        }
    }
}
