package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.github.artifactpublisher.integrity.IntegrityException.Mismatch;
import io.github.artifactpublisher.layout.KeyPrefix;
import io.github.artifactpublisher.maven.PlanMojo;
import io.github.artifactpublisher.maven.PublishMojo;
import io.github.artifactpublisher.maven.StoreParameters;
import io.github.artifactpublisher.outputs.SelectionException;
import io.github.artifactpublisher.publish.PublishEvent;
import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.StoreException;
import io.github.artifactpublisher.store.StoreException.Facts;
import io.github.artifactpublisher.store.StoreException.Kind;
import io.github.artifactpublisher.testing.Hostile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile text of servers, manifests, branches and files stays in one line, and is no command of a CI server. */
class HostileTextTest {
    private final List<String> lines = new ArrayList<>();
    private final Log log = new PrintableLog(new SystemStreamLog() {
        @Override
        public void debug(CharSequence line) {
            lines.add(line.toString());
        }

        @Override
        public void info(CharSequence line) {
            lines.add(line.toString());
        }

        @Override
        public void warn(CharSequence line) {
            lines.add(line.toString());
        }

        @Override
        public void error(CharSequence line) {
            lines.add(line.toString());
        }
    });
    private final LogListener listener = new LogListener(log, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    static List<PublishEvent> events() {
        return Arrays.stream(PublishEvent.class.getPermittedSubclasses())
                .flatMap(kind -> Hostile.all(kind).stream())
                .map(PublishEvent.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsOneLine(PublishEvent event) {
        listener.reported(event);

        assertFit(lines);
    }

    /** All exceptions of the plugin, also those that are added later. */
    static List<RuntimeException> failures() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.github.artifactpublisher").stream()
                        .filter(type -> type.isAssignableTo(RuntimeException.class))
                        .filter(type -> !type.isEquivalentTo(PrintableException.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Hostile.all(type).stream())
                        .map(RuntimeException.class::cast)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneLineAndSoIsEachOfItsCauses(RuntimeException e) {
        assertPrintedInLines(e);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aServersWordsAreOneLine(Kind kind) {
        String text = Hostile.TEXT;
        StoreException e = new StoreException(
                kind,
                new Facts(
                        text,
                        text,
                        text,
                        Optional.of(400),
                        Optional.of(text),
                        Optional.of(text),
                        Optional.of(text),
                        Optional.of(text)),
                new IllegalStateException(text));
        assertPrintedInLines(e);
        listener.staleUploadsUnknown(e);
        listener.abortFailed(new KeyPrefix("a").key("b"), e);
        log.warn(FailureMessages.reportsNotPublished(e));
        assertFit(lines);
    }

    @Test
    void aServersWordsInAnAnswerThatDoesNotMatchAreOneLine() {
        Hostile.all(Mismatch.class).forEach(mismatch -> listener.uploadedAgain(new KeyPrefix("a").key("b"), mismatch));
        Hostile.all(Mismatch.class).forEach(mismatch -> listener.copyDiffers(new KeyPrefix("a").key("b"), mismatch));
        listener.retrying(
                new RetryEvent("PutObject", Hostile.TEXT, Hostile.TEXT, 1, Hostile.TEXT, Duration.ZERO, Duration.ZERO));
        listener.sent(Hostile.TEXT);
        listener.logRequests();

        assertFit(lines);
    }

    @Test
    void aFaultOfOursIsOneLine() {
        assertPrintedInLines(new IllegalStateException(Hostile.TEXT, new IllegalArgumentException(Hostile.TEXT)));
    }

    @Test
    void anExceptionThatIsSafeToPrintIsNotCopied() {
        RuntimeException fault = new IllegalStateException("plain ünïcode 😀 of a::b");

        assertThat(PrintableException.of(fault)).isSameAs(fault);
    }

    @Test
    void causesThatGoRoundInACircleAreCopiedOnce() {
        RuntimeException outer = new IllegalStateException(Hostile.TEXT);
        outer.initCause(new IllegalArgumentException("inner", outer));

        Throwable inner = PrintableException.of(outer).getCause();
        assertThat(inner.getMessage()).isEqualTo("java.lang.IllegalArgumentException: inner");
        assertThat(inner.getCause()).isNull();
    }

    @Test
    void eachGoalWritesToSuchALog() {
        assertThat(Stream.of(new PublishMojo(null, null, null, null), new PlanMojo(null, null, null, null, null, null))
                        .map(StoreParameters::getLog))
                .allSatisfy(its -> assertThat(its).isInstanceOf(PrintableLog.class));
    }

    private static void assertPrintedInLines(RuntimeException e) {
        Throwable failure = failure(e);
        assertFit(List.of(failure.getMessage()));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        // mvn -e prints the message, and below it one line for each cause and each frame.
        assertFit(trace.toString().lines().map(line -> line.replace('\t', ' ')).toList());
        assertThat(trace.toString().lines().map(String::strip))
                .allMatch(line -> line.startsWith("at ")
                        || line.matches("(Suppressed: |Caused by: )?[a-z]+\\..*")
                        || line.matches("\\.\\.\\. \\d+ more"));
    }

    private static Throwable failure(RuntimeException e) {
        try {
            return FailureMessages.failure(e);
        } catch (RuntimeException fault) {
            return fault;
        }
    }

    private static void assertFit(List<String> lines) {
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Hostile.faults(line)).as(line).isEmpty());
    }

    /** The exception that many share is sealed, and its subclasses are tried as well. */
    @Test
    void exceptionsOfFilesAreTried() {
        assertThat(failures()).hasAtLeastOneElementOfType(SelectionException.class);
    }
}
