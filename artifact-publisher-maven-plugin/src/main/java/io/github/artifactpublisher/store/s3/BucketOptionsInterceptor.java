package io.github.artifactpublisher.store.s3;

import io.github.artifactpublisher.store.s3.settings.BucketOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Adds the headers of the options of the bucket to the requests, before they are signed. Immutable. */
final class BucketOptionsInterceptor implements ExecutionInterceptor {
    private static final Set<String> CREATE_OBJECTS = Set.of("PutObject", "CreateMultipartUpload", "CopyObject");

    private final Map<String, String> all = new LinkedHashMap<>();
    private final Map<String, String> creating = new LinkedHashMap<>();
    private final Optional<String> owner;

    BucketOptionsInterceptor(BucketOptions options) {
        owner = options.expectedBucketOwner();
        put(all, "x-amz-expected-bucket-owner", owner);
        if (options.requesterPays()) {
            all.put("x-amz-request-payer", "requester");
        }
        put(creating, "x-amz-server-side-encryption", options.encryption());
        put(creating, "x-amz-server-side-encryption-aws-kms-key-id", options.kmsKeyId());
        put(creating, "x-amz-storage-class", options.storageClass());
        put(creating, "x-amz-acl", options.acl());
    }

    private static void put(Map<String, String> headers, String name, Optional<String> value) {
        if (value.isPresent()) {
            headers.put(name, value.get());
        }
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        String action = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        SdkHttpRequest.Builder request = context.httpRequest().toBuilder();
        all.forEach(request::putHeader);
        if (CREATE_OBJECTS.contains(action)) {
            creating.forEach(request::putHeader);
        }
        if (action.equals("CopyObject")) {
            owner.ifPresent(account -> request.putHeader("x-amz-source-expected-bucket-owner", account));
        }
        return request.build();
    }
}
