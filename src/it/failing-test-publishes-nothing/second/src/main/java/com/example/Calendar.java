package com.example;

/** Months, one too many of them. */
public final class Calendar {
    private Calendar() {}

    public static int monthsOfTheYear() {
        return 13;
    }
}
