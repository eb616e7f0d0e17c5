package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.maven.settings.SelectionScope.Base;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.outputs.SelectionException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads and checks one {@code <selection>} of the POM. Messages name its place in the POM. */
final class SelectionReader {
    private final Settings settings;
    private final String place;
    private final SelectionScope scope;

    /**
     * Reads a selection.
     *
     * @param settings the elements of the selection, each by its place and name
     * @param number the number of the selection in the POM, from 1
     * @throws SettingException if it selects no files, or in more than one way
     */
    SelectionReader(Settings settings, int number) {
        this.settings = settings;
        this.place = place(number);
        this.scope = new SelectionScope(settings, place);
        List<String> kinds = checked(scope::kinds);
        if (kinds.size() != 1) {
            throw wrong(
                    kinds.isEmpty() ? "selects no files" : "has " + String.join(" and ", kinds),
                    "Give each selection one of attached, includes, untracked and paths.",
                    null);
        }
        if (isAttached() && (scope.base().isPresent() || !scope.excludes().isEmpty())) {
            throw wrong("selects the attached artifacts, so base and excludes have no effect", "Remove them.", null);
        }
    }

    /** Returns the place as an XPath, which counts from 1. */
    static String place(int number) {
        return "selections/selection[" + number + "]/";
    }

    /** Returns whether it selects the attached artifacts. */
    boolean isAttached() {
        return scope.attached().orElse(false);
    }

    Base base(Base defaultBase) {
        return scope.base().orElse(defaultBase);
    }

    /** Returns its attributes, with defaults for those that it does not set. */
    ObjectAttributes attributes(ObjectAttributes defaults) {
        return checked(() -> {
            ObjectAttributes own = scope.attributes();
            return settings.value(place + "contentType")
                    .map(own::withContentType)
                    .orElse(own)
                    .orElse(defaults);
        });
    }

    /** Returns its files, with more patterns to leave out. */
    Selection selection(List<String> excludes, ObjectAttributes defaults) {
        List<String> all =
                Stream.concat(scope.excludes().stream(), excludes.stream()).toList();
        return checked(() -> scope.selections(all).get(0)).with(attributes(defaults));
    }

    private <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (SelectionException e) {
            throw wrong("is not valid: " + e.subject() + " " + e.reason(), "Correct it in the POM.", e);
        }
    }

    private SettingException wrong(String reason, String advice, Throwable cause) {
        return new SettingException(
                "The " + place.substring(0, place.length() - 1) + " of the POM", reason, advice, cause);
    }
}
