package com.example;

/** Of lengths. */
public enum Unit {
    METRE,
    FOOT
}
