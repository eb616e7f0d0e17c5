/** Deterministic gzip (RFC 1952): the same bytes in give the same bytes out, whatever the file's name and time. */
package io.github.artifactpublisher.gzip;
