package io.github.artifactpublisher.maven.check;

import io.github.artifactpublisher.ci.BuildRef;
import io.github.artifactpublisher.ci.CiValueException;
import io.github.artifactpublisher.layout.KeyException;
import io.github.artifactpublisher.layout.TemplateException;
import io.github.artifactpublisher.maven.message.HeadMismatchException;
import io.github.artifactpublisher.maven.message.UntrustedTriggerException;
import io.github.artifactpublisher.maven.reactor.GoalCall;
import io.github.artifactpublisher.maven.settings.SettingException;
import io.github.artifactpublisher.maven.settings.Settings;
import io.github.artifactpublisher.maven.settings.VariableNames;
import io.github.artifactpublisher.outputs.SelectionException;
import io.github.artifactpublisher.text.Sourced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a module with valid values in place of wrong ones, so that the readers of the settings find the next
 * problem. Nothing is published with them.
 */
final class CorrectedSettings {
    private static final Pattern SELECTION = Pattern.compile("selections/selection\\[(\\d+)]");

    private final Map<String, Object> configured;
    private final Map<String, String> environment;
    private final Set<String> replaced = new HashSet<>();
    private boolean isWithoutServer;
    private Optional<BuildRef> ref = Optional.empty();

    CorrectedSettings(GoalCall call) {
        this.configured = new HashMap<>(call.configured());
        this.environment = new HashMap<>(call.environment());
    }

    Settings settings() {
        return new Settings(configured, environment);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Returns whether the variables of the CI server are left out, because one of them is not valid. */
    boolean isWithoutServer() {
        return isWithoutServer;
    }

    /** Returns the name of the set, if the build would have none. */
    Optional<BuildRef> ref() {
        return ref;
    }

    /** Returns whether a problem comes only from a corrected value. */
    boolean explains(RuntimeException problem) {
        return isWithoutServer
                && problem instanceof TemplateException template
                && template.fault() == TemplateException.Fault.NO_VALUE;
    }

    /**
     * Replaces the value that is a problem.
     *
     * @return whether it could be replaced; if not, no further problems can be found
     */
    boolean replace(RuntimeException problem) {
        if (problem instanceof SettingException setting) {
            return replace(setting.setting());
        } else if (problem instanceof TemplateException || problem instanceof KeyException) {
            return replace(ValidValues.TARGET_PATHS);
        } else if (problem instanceof CiValueException) {
            isWithoutServer = true;
            return replaceRef();
        } else if (problem instanceof UntrustedTriggerException || problem instanceof HeadMismatchException) {
            return replaceRef();
        }
        return problem instanceof SelectionException && replaced.add("files") && replaceFiles();
    }

    private boolean replaceRef() {
        ref = Optional.of(new BuildRef.Published(Optional.of(Sourced.of("main", "a valid value"))));
        return replaced.add("ref");
    }

    private boolean replaceFiles() {
        ValidValues.OF_FILES.forEach(this::replaceProperty);
        return true;
    }

    private boolean replace(String source) {
        Matcher selection = SELECTION.matcher(source);
        if (selection.find()) {
            replaceSelection(Integer.parseInt(selection.group(1)));
        } else {
            replaceProperty(property(source));
            environment.remove(source);
        }
        return replaced.add(source);
    }

    private String property(String source) {
        return configured.keySet().stream()
                .filter(property -> VariableNames.of(property).equals(source))
                .findFirst()
                .or(() -> VariableNames.propertyOf(source))
                .orElse(source);
    }

    private void replaceProperty(String property) {
        if (configured.containsKey(property)) {
            configured.put(property, ValidValues.BY_PROPERTY.get(property));
            environment.remove(VariableNames.of(property));
        }
    }

    /** The valid selection keeps the place of the wrong one, because the others are known by their numbers. */
    @SuppressWarnings("unchecked")
    private void replaceSelection(int number) {
        List<Map<String, Object>> selections =
                new ArrayList<>((List<Map<String, Object>>) configured.get("artifacts.selections"));
        selections.set(number - 1, ValidValues.selection(selections.get(number - 1)));
        configured.put("artifacts.selections", selections);
    }
}
