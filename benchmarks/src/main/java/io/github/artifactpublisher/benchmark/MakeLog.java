package io.github.artifactpublisher.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/**
 * Generates a log with JSON lines, like that of a service. {@link Random} is fully specified, so the same size gives
 * the same file on every machine.
 */
public final class MakeLog {
    private static final List<String> LEVELS =
            List.of("INFO", "INFO", "INFO", "INFO", "DEBUG", "DEBUG", "WARN", "ERROR");
    private static final List<String> SERVICES =
            List.of("checkout", "catalogue", "search", "accounts", "mail", "gateway");
    private static final List<String> METHODS = List.of("GET", "GET", "GET", "POST", "PUT", "DELETE");
    private static final List<String> PATHS =
            List.of("orders", "items", "users", "carts", "prices", "reviews", "images");
    private static final List<String> MESSAGES = List.of(
            "request served",
            "cache miss, asked the database",
            "slow query",
            "token renewed",
            "connection was closed by the other side",
            "retrying after a timeout",
            "message queued");

    private static final long SEED = 20260101;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random = new Random(SEED);
    private Instant time = BEGIN;

    private MakeLog() {}

    /** Arguments: the file and its size in bytes, which the last line may exceed. */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[1]);
        MakeLog log = new MakeLog();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            for (long written = 0; written < size; ) {
                byte[] line = log.line().getBytes(StandardCharsets.UTF_8);
                out.write(line);
                written += line.length;
            }
        }
    }

    private String line() {
        time = time.plusNanos(1_000L * random.nextInt(5_000_000));
        return String.format(
                Locale.ROOT,
                "{\"time\":\"%s\",\"level\":\"%s\",\"service\":\"%s\",\"host\":\"node-%02d\",\"trace\":\"%s\","
                        + "\"method\":\"%s\",\"path\":\"/api/v1/%s/%d\",\"status\":%d,\"millis\":%.2f,\"message\":\"%s\"}\n",
                time,
                one(LEVELS),
                one(SERVICES),
                random.nextInt(24),
                new UUID(random.nextLong(), random.nextLong()),
                one(METHODS),
                one(PATHS),
                random.nextInt(100_000),
                random.nextInt(20) == 0 ? 500 : 200,
                Math.exp(random.nextGaussian() + 2),
                one(MESSAGES));
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
