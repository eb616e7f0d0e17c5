package io.github.artifactpublisher.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionsTest {
    /** As the Service Authorization Reference names them; most have another name than the operation. */
    @ParameterizedTest
    @CsvSource({
        "GetObject, s3:GetObject",
        "HeadObject, s3:GetObject",
        "UploadPart, s3:PutObject",
        "DeleteObjects, s3:DeleteObject",
        "ListObjectsV2, s3:ListBucket",
        "ListMultipartUploads, s3:ListBucketMultipartUploads",
        "AbortMultipartUpload, s3:AbortMultipartUpload",
        "AssumeRole, sts:AssumeRole"
    })
    void anOperationHasItsPermission(String action, String permission) {
        assertThat(Permissions.of(action)).containsExactly(permission);
    }

    @Test
    void aCopyReadsAndWrites() {
        assertThat(Permissions.of("CopyObject")).containsExactly("s3:GetObject", "s3:PutObject");
    }
}
