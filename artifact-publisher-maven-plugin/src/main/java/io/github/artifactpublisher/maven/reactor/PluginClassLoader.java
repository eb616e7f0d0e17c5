package io.github.artifactpublisher.maven.reactor;

/**
 * Runs an action with the class loader of these classes as that of the thread, where the AWS SDK looks for its parts.
 * At the end of the session the thread has the class loader of Maven, and in a goal that of the module's copy of the
 * plugin.
 */
public final class PluginClassLoader {
    private PluginClassLoader() {}

    /** Runs an action, and restores the class loader of the thread. */
    public static void run(Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PluginClassLoader.class.getClassLoader());
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
