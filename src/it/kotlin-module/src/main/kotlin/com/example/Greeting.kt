package com.example

data class Greeting(val name: String) {
    fun text() = "Hello, $name!"
}
