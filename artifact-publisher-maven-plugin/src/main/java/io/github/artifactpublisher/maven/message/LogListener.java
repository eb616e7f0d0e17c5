package io.github.artifactpublisher.maven.message;

import io.github.artifactpublisher.integrity.IntegrityException;
import io.github.artifactpublisher.layout.ObjectKey;
import io.github.artifactpublisher.publish.PublishEvent;
import io.github.artifactpublisher.publish.PublishListener;
import io.github.artifactpublisher.publish.PublishedSet;
import io.github.artifactpublisher.report.PublishReport;
import io.github.artifactpublisher.store.RetryEvent;
import io.github.artifactpublisher.store.RetryListener;
import io.github.artifactpublisher.store.UnansweredRequest;
import io.github.artifactpublisher.transfer.PublishedObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Logs the progress of one publication: objects, events and retries. Thread-safe, as Maven's log is. */
public final class LogListener implements PublishListener, RetryListener {
    private final Log log;
    private final Clock clock;
    private final Instant start;
    private final Map<String, Integer> requests = new ConcurrentSkipListMap<>();

    /** Creates the listener for a publication that begins now. */
    public LogListener(Log log, Clock clock) {
        this.log = log;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public void uploaded(PublishedObject object) {
        log.info(PublishReport.progress(object));
    }

    @Override
    public void published(PublishedSet set) {
        log.info("");
        PublishReport.summary(set, Duration.between(start, clock.instant())).forEach(log::info);
    }

    @Override
    public void uploadedAgain(ObjectKey key, IntegrityException.Mismatch mismatch) {
        log.warn("Verification of " + key + " failed (" + mismatch + "). Uploading it again (attempt 2 of 2)");
    }

    @Override
    public void copyDiffers(ObjectKey key, IntegrityException.Mismatch mismatch) {
        log.warn("Verification of " + key + " failed (" + mismatch
                + "). The server made this object as a copy. Uploading the file instead");
    }

    @Override
    public void abortFailed(ObjectKey key, RuntimeException cause) {
        log.warn(FailureMessages.incompleteUpload(key, cause));
    }

    @Override
    public void staleUploadsUnknown(RuntimeException cause) {
        log.debug("Incomplete uploads of earlier runs cannot be listed or aborted: " + cause);
    }

    @Override
    public void reported(PublishEvent event) {
        if (EventMessages.isWarning(event)) {
            log.warn(EventMessages.of(event));
        } else {
            log.info(EventMessages.of(event));
        }
    }

    @Override
    public void sent(String action) {
        requests.merge(action, 1, Integer::sum);
    }

    /** Logs how many requests were sent, retries included. */
    public void logRequests() {
        int all = requests.values().stream().mapToInt(count -> count).sum();
        log.debug(all + " requests: "
                + requests.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public void retrying(RetryEvent retry) {
        log.warn(RetryMessages.retrying(retry));
    }

    @Override
    public void refused(String server, String header) {
        log.info(RetryMessages.refused(server, header));
    }

    @Override
    public void waiting(UnansweredRequest oldest) {
        log.info(RetryMessages.waiting(oldest));
    }
}
