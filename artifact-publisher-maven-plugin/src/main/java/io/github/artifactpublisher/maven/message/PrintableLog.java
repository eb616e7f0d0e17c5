package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.text.Quoted;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log, with each message as one line without control characters. All messages of all goals go through it.
 * Thread-safe, as Maven's log is.
 */
public final class PrintableLog implements Log {
    private final Log log;

    /** Creates a log that writes to another one. */
    public PrintableLog(Log log) {
        this.log = log;
    }

    private static void write(Consumer<CharSequence> level, CharSequence message) {
        level.accept(Quoted.line(String.valueOf(message)));
    }

    private static void write(BiConsumer<CharSequence, Throwable> level, CharSequence message, Throwable error) {
        level.accept(Quoted.line(String.valueOf(message)), PrintableException.of(error));
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence message) {
        write(log::debug, message);
    }

    @Override
    public void debug(CharSequence message, Throwable error) {
        write(log::debug, message, error);
    }

    @Override
    public void debug(Throwable error) {
        log.debug(PrintableException.of(error));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence message) {
        write(log::info, message);
    }

    @Override
    public void info(CharSequence message, Throwable error) {
        write(log::info, message, error);
    }

    @Override
    public void info(Throwable error) {
        log.info(PrintableException.of(error));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence message) {
        write(log::warn, message);
    }

    @Override
    public void warn(CharSequence message, Throwable error) {
        write(log::warn, message, error);
    }

    @Override
    public void warn(Throwable error) {
        log.warn(PrintableException.of(error));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence message) {
        write(log::error, message);
    }

    @Override
    public void error(CharSequence message, Throwable error) {
        write(log::error, message, error);
    }

    @Override
    public void error(Throwable error) {
        log.error(PrintableException.of(error));
    }
}
