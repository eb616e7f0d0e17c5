package io.github.artifactpublisher.publish;

import io.github.artifactpublisher.layout.KeyMode;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.outputs.Limits;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Options that differ from the defaults in one or two values. */
public record TestOptions(PublishOptions options) {
    /** Names as they are, gzip by name, no limits. */
    public static final PlanOptions PLAN =
            new PlanOptions(KeyMode.RAW, false, new Limits(Optional.empty(), OptionalInt.empty()));

    /** In place, only what has changed, never over a newer build, nothing deleted. */
    public static final TestOptions DEFAULTS = new TestOptions(
            new PublishOptions(Layout.IN_PLACE, false, false, false, false, Set.of(), ""));

    public TestOptions in(Layout layout) {
        return of(layout, options.force(), options.allowOlder(), options.clean(), options.immutable(), options.storage());
    }

    public TestOptions forced() {
        return of(options.layout(), true, options.allowOlder(), options.clean(), options.immutable(), options.storage());
    }

    public TestOptions allowingOlder() {
        return of(options.layout(), options.force(), true, options.clean(), options.immutable(), options.storage());
    }

    public TestOptions cleaning() {
        return of(options.layout(), options.force(), options.allowOlder(), true, options.immutable(), options.storage());
    }

    public TestOptions kept(String storage) {
        return of(options.layout(), options.force(), options.allowOlder(), options.clean(), options.immutable(), storage);
    }

    public TestOptions once(Set<KeyPrefix> targets) {
        return of(options.layout(), options.force(), options.allowOlder(), options.clean(), targets, options.storage());
    }

    public TestOptions allowingPartial() {
        return new TestOptions(options.allowingPartial());
    }

    private TestOptions of(
            Layout layout, boolean force, boolean allowOlder, boolean clean, Set<KeyPrefix> once, String storage) {
        return new TestOptions(
                new PublishOptions(layout, force, allowOlder, clean, options.partial(), once, storage));
    }
}
