/** Reads the settings from POM, {@code -D}, environment and settings.xml, and turns them into checked values. */
package io.github.artifactpublisher.maven.settings;
