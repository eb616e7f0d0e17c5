package com.example

import kotlin.test.Test
import kotlin.test.assertEquals

class GreetingTest {
    @Test
    fun namesWhomItGreets() {
        assertEquals("Hello, bucket!", Greeting("bucket").text())
    }
}
