package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.maven.settings.SelectionScope.Base;
import io.github.artifactpublisher.outputs.Limits;
import io.github.artifactpublisher.outputs.ObjectAttributes;
import io.github.artifactpublisher.outputs.SafetyCheck.Allowances;
import io.github.artifactpublisher.outputs.Selection;
import io.github.artifactpublisher.text.ByteSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the selected files, their attributes, and the files that the safety check allows. */
public final class SelectionSettings {
    private final Settings settings;
    private final SelectionScope properties;

    /** Creates a reader of the settings of a module. */
    public SelectionSettings(Settings settings) {
        this.settings = settings;
        this.properties = new SelectionScope(settings, "artifacts.");
    }

    /** Returns the attributes of the main and attached artifacts; empty if they are not published. */
    public Optional<ObjectAttributes> attached() {
        ObjectAttributes defaults = properties.attributes();
        return inPom().filter(SelectionReader::isAttached)
                .map(selection -> selection.attributes(defaults))
                .findFirst()
                .or(() -> properties.attached().orElse(true) ? Optional.of(defaults) : Optional.empty());
    }

    /**
     * Returns the selections, those of the POM first. The first selection that finds a file determines its attributes.
     *
     * @param base only selections that are relative to this folder are returned
     * @param modules the folders of modules, which all selections leave out because modules have their own selections
     */
    public List<Selection> selections(Base base, List<String> modules) {
        ObjectAttributes defaults = properties.attributes();
        Base defaultBase = properties.base().orElse(Base.MODULE);
        List<String> excludes =
                Stream.concat(properties.excludes().stream(), modules.stream()).toList();
        Stream<Selection> inPom = inPom().filter(selection -> !selection.isAttached())
                .filter(selection -> selection.base(defaultBase) == base)
                .map(selection -> selection.selection(excludes, defaults));
        Stream<Selection> inProperties = properties.selections(excludes).stream()
                .filter(selection -> defaultBase == base)
                .map(selection -> selection.with(defaults));
        return Stream.concat(inPom, inProperties).toList();
    }

    private Stream<SelectionReader> inPom() {
        List<Settings> written = settings.selections();
        return IntStream.rangeClosed(1, written.size())
                .mapToObj(number -> new SelectionReader(written.get(number - 1), number));
    }

    /** Returns the attributes of files without a selection of their own. */
    public ObjectAttributes attributes() {
        return properties.attributes();
    }

    /** Returns the files that the safety check allows. */
    public Allowances allowances() {
        return Allowances.of(
                settings.values("artifacts.allowHidden"),
                settings.values("artifacts.allowSecretLooking"),
                settings.values("artifacts.allowNestedRepositories"));
    }

    /**
     * Reads all settings of files.
     *
     * @throws SettingException if one is wrong
     * @throws io.github.artifactpublisher.outputs.SelectionException if an attribute, a path or a pattern is wrong
     */
    public void requireValid() {
        allowances();
        attached();
        selections(Base.MODULE, List.of());
        selections(Base.ROOT, List.of());
    }

    Limits limits() {
        Optional<ByteSize> maxSize = settings.text("artifacts.maxSize").map(Settings::parsedSize);
        OptionalInt maxFiles = settings.number("artifacts.maxFiles", 1, Integer.MAX_VALUE)
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
        return new Limits(maxSize, maxFiles);
    }
}
