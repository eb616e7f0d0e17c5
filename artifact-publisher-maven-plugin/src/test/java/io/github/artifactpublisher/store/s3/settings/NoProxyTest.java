package io.github.artifactpublisher.store.s3.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servers that no proxy is used for. */
class NoProxyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".corp.internal | https://s3.corp.internal",
                ".corp.internal | https://corp.internal",
                "corp.internal | https://s3.corp.internal",
                "corp.internal | https://corp.internal:9000",
                "corp.internal. | https://s3.corp.internal",
                "*.corp.internal | https://s3.corp.internal",
                "CORP.Internal | https://S3.corp.INTERNAL",
                "a.example, corp.internal | https://s3.corp.internal",
                "a.example corp.internal | https://s3.corp.internal",
                "a.example,,corp.internal, | https://s3.corp.internal",
                "s3.corp.internal:9000 | https://s3.corp.internal:9000",
                "corp.internal:9000 | https://s3.corp.internal:9000",
                "s3.corp.internal:443 | https://s3.corp.internal",
                "s3.corp.internal:80 | http://s3.corp.internal",
                "10.1.2.3 | https://10.1.2.3:9000",
                "10.1.2.3:9000 | https://10.1.2.3:9000",
                "10.0.0.0/8 | https://10.1.2.3",
                "10.1.2.0/23 | https://10.1.3.255",
                "10.1.2.3/32 | https://10.1.2.3",
                "0.0.0.0/0 | https://192.0.2.1",
                "10.* | https://10.1.2.3",
                "fd00::/8 | https://[fd12::1]:9000",
                "2001:db8::/33 | https://[2001:db8:7fff::1]",
                "::1 | https://[::1]",
                "[::1] | https://[0:0:0:0:0:0:0:1]",
                "[::1]:9000 | https://[::1]:9000",
                "* | https://s3.example.com",
                "localhost | http://localhost:9000",
                "amazonaws.com | https://builds.s3.eu-central-1.amazonaws.com"
            })
    void theVariableHas(String value, URI server) {
        assertThat(NoProxy.ofVariable(value).match(server)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | https://s3.example.com",
                "corp.internal | https://notcorp.internal",
                "s3.corp.internal | https://corp.internal",
                "corp.internal | https://corp.internal.example.com",
                "s3.corp.internal:9000 | https://s3.corp.internal",
                "s3.corp.internal:443 | https://s3.corp.internal:9000",
                "s3.corp.internal:99999999999 | https://s3.corp.internal",
                "10.0.0.0/8 | https://11.0.0.1",
                "10.1.2.0/23 | https://10.1.4.0",
                "10.0.0.0/33 | https://10.1.2.3",
                "10.0.0.0/8 | https://ten.example.com",
                "fd00::/8 | https://10.1.2.3",
                "2001:db8::/33 | https://[2001:db8:8000::1]",
                "0.1 | https://10.0.0.1",
                "1.2.3 | https://10.1.2.3"
            })
    void theVariableDoesNotHave(String value, URI server) {
        assertThat(NoProxy.ofVariable(value).match(server)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'localhost|*.corp.example' | https://s3.corp.example | true",
                "'localhost | 10.*' | https://10.1.2.3 | true",
                "s3.* | https://s3.corp.example | true",
                "'[::1]' | https://[::1] | true",
                "S3.Corp.Example | https://s3.corp.example:9000 | true",
                "corp.example | https://s3.corp.example | false",
                "s3xcorp.example | https://s3.corp.example | false",
                "s3.corp.example | https://s3xcorp.example | false",
                "'' | https://s3.corp.example | false"
            })
    void patternsOfJavaAndMavenAreWholeNames(String value, URI server, boolean isDirect) {
        assertThat(NoProxy.ofHosts(value).match(server).isPresent()).isEqualTo(isDirect);
    }

    @Test
    void theEntryIsNamed() {
        assertThat(NoProxy.ofVariable("a.example, .corp.internal").match(URI.create("https://s3.corp.internal")))
                .contains(".corp.internal");
    }
}
