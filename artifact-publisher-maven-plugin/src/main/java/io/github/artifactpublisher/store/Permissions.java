package io.github.artifactpublisher.store;

import java.util.List;
import java.util.Map;

/** The IAM permissions that S3 operations need ("Service Authorization Reference"). */
public final class Permissions {
    private static final Map<String, List<String>> OF_ACTION = Map.ofEntries(
            Map.entry("GetObject", List.of("s3:GetObject")),
            Map.entry("HeadObject", List.of("s3:GetObject")),
            Map.entry("PutObject", List.of("s3:PutObject")),
            Map.entry("CopyObject", List.of("s3:GetObject", "s3:PutObject")),
            Map.entry("CreateMultipartUpload", List.of("s3:PutObject")),
            Map.entry("UploadPart", List.of("s3:PutObject")),
            Map.entry("CompleteMultipartUpload", List.of("s3:PutObject")),
            Map.entry("AbortMultipartUpload", List.of("s3:AbortMultipartUpload")),
            Map.entry("DeleteObject", List.of("s3:DeleteObject")),
            Map.entry("DeleteObjects", List.of("s3:DeleteObject")),
            Map.entry("ListObjectsV2", List.of("s3:ListBucket")),
            Map.entry("ListMultipartUploads", List.of("s3:ListBucketMultipartUploads")),
            Map.entry("AssumeRole", List.of("sts:AssumeRole")));

    private Permissions() {}

    /**
     * Returns the permissions of an operation.
     *
     * @param action the operation: {@code PutObject}
     * @return its permissions, in the order in which they are needed
     */
    public static List<String> of(String action) {
        return OF_ACTION.getOrDefault(action, List.of("s3:" + action));
    }
}
