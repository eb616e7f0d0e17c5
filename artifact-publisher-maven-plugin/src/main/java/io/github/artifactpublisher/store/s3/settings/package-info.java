/** How the S3 adapter connects: endpoint, region, credentials, proxies, certificates, options of requests. */
package io.github.artifactpublisher.store.s3.settings;
