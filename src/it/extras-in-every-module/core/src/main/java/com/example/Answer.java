package com.example;

/** The answer. */
public final class Answer {
    private Answer() {}

    /**
     * It is known.
     *
     * @return the answer
     */
    public static int toEverything() {
        return 42;
    }
}
