package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.layout.Target;
import io.github.artifactpublisher.manifest.Layout;
import io.github.artifactpublisher.outputs.Limits;
import io.github.artifactpublisher.plan.Plan;
import io.github.artifactpublisher.plan.PlanOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Options that differ from the defaults in one or two values.
 *
 * @param options the options
 * @param once those of the targets that are written once
 */
public record TestOptions(PublishOptions options, Set<KeyPrefix> once) {
    /** Names as they are, gzip by name, no limits. */
    public static final PlanOptions PLAN =
            new PlanOptions(KeyMode.RAW, false, new Limits(Optional.empty(), OptionalInt.empty()));

    /** In place, only what has changed, never over a newer build, nothing deleted. */
    public static final TestOptions DEFAULTS =
            new TestOptions(new PublishOptions(Layout.IN_PLACE, false, false, false, false, ""), Set.of());

    /** Returns targets that may be written again. */
    public static List<Target> targets(KeyPrefix... prefixes) {
        return Stream.of(prefixes).map(prefix -> new Target(prefix, false)).toList();
    }

    public TestOptions in(Layout layout) {
        return of(layout, options.force(), options.allowOlder(), options.clean(), options.storage());
    }

    public TestOptions forced() {
        return of(options.layout(), true, options.allowOlder(), options.clean(), options.storage());
    }

    public TestOptions allowingOlder() {
        return of(options.layout(), options.force(), true, options.clean(), options.storage());
    }

    public TestOptions cleaning() {
        return of(options.layout(), options.force(), options.allowOlder(), true, options.storage());
    }

    public TestOptions kept(String storage) {
        return of(options.layout(), options.force(), options.allowOlder(), options.clean(), storage);
    }

    public TestOptions once(Set<KeyPrefix> targets) {
        return new TestOptions(options, targets);
    }

    public TestOptions allowingPartial() {
        return new TestOptions(options.allowingPartial(), once);
    }

    private TestOptions of(Layout layout, boolean force, boolean allowOlder, boolean clean, String storage) {
        return new TestOptions(new PublishOptions(layout, force, allowOlder, clean, options.partial(), storage), once);
    }

    /** Returns the plan with those of its targets written once that are. */
    Plan plan(Plan plan) {
        return new Plan(
                plan.targets().stream()
                        .map(target -> new Target(target.prefix(), once.contains(target.prefix())))
                        .toList(),
                plan.objects());
    }
}
