/** The connection to S3: endpoint, region, credentials, proxies, certificates, options of requests. */
package io.github.artifactpublisher.store.s3.settings;
