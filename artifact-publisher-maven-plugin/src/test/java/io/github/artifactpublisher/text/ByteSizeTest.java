package io.github.artifactpublisher.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1048576, 1048576",
        "50MB, 50000000",
        "50 mb, 50000000",
        "50M, 50000000",
        "1000 MiB, 1048576000",
        "1000Mi, 1048576000",
        "1GiB, 1073741824",
        "1.5 GiB, 1610612736",
        "1.5KB, 1500",
        "1.9B, 1",
        "7 b, 7",
        "' 2k ', 2000",
        "1TB, 1000000000000",
        "1PiB, 1125899906842624",
        "7EiB, 8070450532247928832",
        "9223372036854775807, 9223372036854775807"
    })
    void readsSizes(String text, long bytes) {
        assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MB",
                "-1",
                "1,000",
                "1 000",
                "1e6",
                "0x10",
                "5iB",
                "5 i",
                "1.MB",
                ".5MB",
                "5MBs",
                "5 ZB",
                "٣",
                "9223372036854775808",
                "8EiB",
                "99999999999999999999999999EB",
                "NaN",
                "1\nMB"
            })
    void refusesTextThatIsNoSize(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANegativeNumber() {
        assertThatThrownBy(() -> new ByteSize(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KiB",
        "1536, 1.5 KiB",
        "1048524, 1023.9 KiB",
        "1048525, 1.0 MiB",
        "1073741824, 1.0 GiB",
        "1125899906842624, 1024.0 TiB",
        "9223372036854775807, 8388608.0 TiB"
    })
    void formatsSizes(long bytes, String text) {
        assertThat(ByteSize.format(bytes)).isEqualTo(text);
        assertThat(new ByteSize(bytes)).hasToString(text);
    }
}
