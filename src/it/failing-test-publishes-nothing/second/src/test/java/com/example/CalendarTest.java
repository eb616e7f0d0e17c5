package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CalendarTest {
    @Test
    void theYearHasTwelveMonths() {
        assertEquals(12, Calendar.monthsOfTheYear());
    }
}
