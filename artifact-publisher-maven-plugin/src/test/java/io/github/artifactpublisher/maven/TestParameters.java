package io.github.artifactpublisher.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The parameters of the goals as the settings read them. */
public final class TestParameters {
    private TestParameters() {}

    /** None of them is set. The map can be changed. */
    public static Map<String, Object> none() {
        return new PlanMojo(null, null, null, null, null, null).configured();
    }

    /** Only these are set. */
    public static Map<String, Object> of(Map<String, ?> values) {
        Map<String, Object> all = none();
        assertThat(all).containsKeys(values.keySet().toArray(String[]::new));
        all.putAll(values);
        return all;
    }
}
