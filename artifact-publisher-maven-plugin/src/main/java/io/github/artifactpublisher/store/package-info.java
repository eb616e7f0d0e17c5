/**
 * The interface to an object store, by role: {@link ObjectReader}, {@link ObjectLister}, {@link ObjectWriter} and
 * {@link ObjectRemover}. Does not depend on a vendor.
 */
package io.github.artifactpublisher.store;
