package io.github.artifactpublisher.maven;

import io.github.artifactpublisher.maven.reactor.Contribution;
import io.github.artifactpublisher.maven.reactor.PlanDisplay;
import io.github.artifactpublisher.maven.reactor.ReactorContributions;
import io.github.artifactpublisher.maven.reactor.SessionEndAction;
import io.github.artifactpublisher.maven.reactor.SetPlans;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Shows the sets that {@code ReactorPublisher} would publish, and makes the same checks, except that the run may be
 * offline.
 */
final class ReactorPlan implements SessionEndAction {
    private final Log log;
    private final ReactorContributions reactor;
    private final PlanDisplay display;
    private final boolean allowPartial;

    /**
     * Creates a plan for one module. At the end of the session, the plan of the last module shows all.
     *
     * @param allowPartial whether a set may lack some of the modules
     */
    ReactorPlan(Log log, ReactorContributions reactor, PlanDisplay display, boolean allowPartial) {
        this.log = log;
        this.reactor = reactor;
        this.display = display;
        this.allowPartial = allowPartial;
    }

    /**
     * Adds a module.
     *
     * @param contribution its contribution; empty if it is skipped
     */
    void add(MavenProject project, Optional<Contribution> contribution) {
        if (!allowPartial && contribution.filter(Contribution::isOfReactorSet).isPresent()) {
            reactor.requireWhole();
        }
        reactor.add(project, contribution);
        reactor.atEnd(this);
    }

    @Override
    public void passed() {
        List<Contribution> contributions = reactor.contributions();
        if (!allowPartial && contributions.stream().anyMatch(Contribution::isOfReactorSet)) {
            reactor.requireReached();
        }
        display.show(new SetPlans(log).of(contributions, contributions), contributions);
    }
}
