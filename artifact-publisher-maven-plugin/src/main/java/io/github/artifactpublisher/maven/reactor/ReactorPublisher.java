package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.message.FailureMessages;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Publishes the contributions of the modules: all when the session has passed, or each module at once if it is a set of
 * its own.
 */
public final class ReactorPublisher implements SessionEndAction {
    private final Log log;
    private final ReactorContributions reactor;
    private final SetPublisher publisher;
    private final boolean allowPartial;

    /**
     * Creates a publisher for one module. At the end of the session, the publisher of the last module publishes all.
     *
     * @param allowPartial whether a set may lack some of the modules
     */
    public ReactorPublisher(Log log, ReactorContributions reactor, SetPublisher publisher, boolean allowPartial) {
        this.log = log;
        this.reactor = reactor;
        this.publisher = publisher;
        this.allowPartial = allowPartial;
    }

    /**
     * Adds a module.
     *
     * @param contribution its contribution; empty if it is skipped
     */
    public void add(MavenProject project, Optional<Contribution> contribution) {
        Optional<Contribution> published = contribution.filter(module -> !module.onlyPlanned());
        published.ifPresent(this::requirePublishable);
        reactor.add(project, contribution);
        reactor.atEnd(this);
        published
                .filter(Contribution::perModule)
                .ifPresent(module ->
                        publisher.publishAlone(module, Contribution.published(reactor.contributions()), allowPartial));
    }

    private void requirePublishable(Contribution module) {
        reactor.requireOnline();
        if (module.isOfReactorSet() && !allowPartial) {
            reactor.requireWhole();
        }
    }

    @Override
    public void passed() {
        List<Contribution> contributions = reactor.contributions();
        if (!allowPartial && hasReactorSet(contributions)) {
            reactor.requireReached();
        }
        publisher.publish(contributions, allowPartial);
    }

    @Override
    public void failed(List<String> modules) {
        if (hasReactorSet(reactor.contributions())) {
            log.warn(FailureMessages.nothingPublished(modules));
        }
    }

    private static boolean hasReactorSet(List<Contribution> contributions) {
        return contributions.stream().anyMatch(Contribution::isOfReactorSet);
    }
}
