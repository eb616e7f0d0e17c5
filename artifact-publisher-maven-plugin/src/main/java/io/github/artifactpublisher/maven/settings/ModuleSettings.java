package io.github.artifactpublisher.maven.settings;

import io.github.artifactpublisher.report.PlanFormat;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads how a goal treats its module. Each value is read only when it is needed, so that a skipped module may have
 * wrong ones.
 */
public final class ModuleSettings {
    /** The names of published artifacts. */
    public enum Names {
        /** The name of the file that was built. */
        FILE,
        /** {@code artifactId-version[-classifier].extension}. */
        COORDINATES
    }

    /** The result of a failed build. */
    public enum OnFailure {
        /** Nothing is published. */
        NOTHING,
        /** Its reports are published. */
        REPORTS
    }

    private final Settings settings;

    /** Creates a reader of the settings of one module. */
    public ModuleSettings(Settings settings) {
        this.settings = settings;
    }

    /** Returns whether the module is left out. */
    public boolean isSkipped() {
        return isSet("artifacts.skip");
    }

    /** Returns whether the module is a set of its own. */
    public boolean isPerModule() {
        return isSet("artifacts.perModule");
    }

    /** Returns whether a set may lack some of the modules. */
    public boolean allowsPartial() {
        return isSet("artifacts.allowPartial");
    }

    /** Returns whether a build outside CI may have uncommitted changes. */
    public boolean allowsDirty() {
        return isSet("artifacts.allowDirty");
    }

    /** Returns whether settings and bucket are checked at the start of the build. */
    public boolean isChecked() {
        return settings.flag("artifacts.check").orElse(true);
    }

    /** Returns how artifacts are named. */
    public Names names() {
        return settings.choice("artifacts.names", Names.class).orElse(Names.FILE);
    }

    /** Returns the result of a failed build. */
    public OnFailure onFailure() {
        return settings.choice("artifacts.onFailure", OnFailure.class).orElse(OnFailure.NOTHING);
    }

    /** Returns the format of the plan. */
    public PlanFormat planFormat() {
        return settings.choice("artifacts.planFormat", PlanFormat.class).orElse(PlanFormat.TEXT);
    }

    /** Returns the file of the plan; empty if the plan goes to the log. */
    public Optional<Path> planFile() {
        return settings.file("artifacts.planFile");
    }

    /**
     * Reads the settings that {@code publish} reads after those of the set.
     *
     * @throws SettingException if one is wrong
     */
    public void requireValid() {
        names();
        onFailure();
        allowsPartial();
        allowsDirty();
    }

    private boolean isSet(String flag) {
        return settings.flag(flag).orElse(false);
    }
}
