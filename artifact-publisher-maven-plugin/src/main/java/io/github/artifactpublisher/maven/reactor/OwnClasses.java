package io.github.artifactpublisher.maven.reactor;

/**
 * Runs an action with the class loader of these classes as the thread's, where the AWS SDK looks for its parts. At the
 * end of the session the thread's is Maven's, and in a goal that of the module's copy of the plugin.
 */
public final class OwnClasses {
    private OwnClasses() {}

    public static void run(Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnClasses.class.getClassLoader());
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
