package io.github.artifactpublisher.maven.reactor;

import io.github.artifactpublisher.maven.settings.PublishSettings;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.outputs.Output;
import io.github.artifactpublisher.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** Plans the sets that the modules contribute to, and makes every check that needs neither credentials nor network. */
public final class SetPlans {
    private final Log log;

    /**
     * Creates plans. The log gets a warning if there is nothing to publish and {@code artifacts.ifEmpty} is
     * {@code warn}.
     */
    public SetPlans(Log log) {
        this.log = log;
    }

    /**
     * Plans the sets of some modules. Modules with the same settings are one set, in the order of the reactor.
     *
     * @param modules the modules that are planned
     * @param all all modules that have reached the goal, these included
     * @throws SettingException if two sets publish to the same path, or if there is no set and
     *     {@code artifacts.ifEmpty} is {@code fail}
     */
    public Map<PublishSettings, Plan> of(List<Contribution> modules, List<Contribution> all) {
        List<Contribution> published = Contribution.published(all);
        DistinctTargets.require(published);
        Map<PublishSettings, Plan> plans = new LinkedHashMap<>();
        Contribution.sets(modules).forEach((settings, members) -> {
            List<Output> outputs = SetOutputs.of(members);
            if (!outputs.isEmpty()) {
                plans.put(settings, plan(settings, outputs));
            }
        });
        if (plans.isEmpty() && !published.isEmpty() && published.stream().noneMatch(SetPlans::isSetOfItsOwn)) {
            reportEmpty(published.get(0).settings());
        }
        return plans;
    }

    private static boolean isSetOfItsOwn(Contribution module) {
        return module.perModule() && !module.outputs().isEmpty();
    }

    private static Plan plan(PublishSettings settings, List<Output> outputs) {
        Plan plan = Plan.of(settings.targets(), settings.plan(), outputs);
        settings.transfer().checkMemory(plan);
        return plan;
    }

    private void reportEmpty(PublishSettings settings) {
        switch (settings.ifEmpty()) {
            case FAIL ->
                throw new SettingException(
                        "The build",
                        "has nothing to publish: no module that was built has an artifact or a selected file",
                        "Package an artifact, or set artifacts.ifEmpty=warn or artifacts.skip=true.");
            case WARN -> log.warn("Nothing to publish: no module that was built has an artifact or a selected file.");
            case IGNORE -> log.debug("Nothing to publish.");
        }
    }
}
