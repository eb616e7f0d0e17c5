package io.github.artifactpublisher.maven.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.artifactpublisher.maven.settings.SettingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingProblemsTest {
    private final SettingProblems problems = new SettingProblems();

    @BeforeEach
    void twoModules() {
        problems.addModule("one");
        problems.addModule("two");
    }

    @Test
    void noneIsNoFailure() {
        assertThat(problems.isEmpty()).isTrue();
        assertThatCode(problems::requireNone).doesNotThrowAnyException();
    }

    @Test
    void oneOfAllModulesIsThrownAsItIs() {
        SettingException wrong = wrong("a");
        problems.add("one", wrong);
        problems.add("two", wrong("a"));

        assertThatThrownBy(problems::requireNone).isSameAs(wrong);
    }

    @Test
    void oneOfSomeModulesNamesThem() {
        problems.add("two", wrong("a"));

        assertThatThrownBy(problems::requireNone)
                .satisfies(e -> assertThat(message(e)).isEqualTo("a is wrong. Correct it. (in the module two)"));
    }

    @Test
    void severalAreAListInWhichTextFromOutsideMakesNoLine() {
        problems.addModule("three");
        problems.add("one", wrong("a"));
        problems.add("two", wrong("a"));
        problems.add(wrong("b"));
        problems.add("two", wrong("c\n::stop"));

        assertThatThrownBy(problems::requireNone)
                .satisfies(e -> assertThat(message(e)).isEqualTo("""
                                The settings of this build have 3 problems:
                                1. a is wrong. Correct it. (in the modules one, two)
                                2. b is wrong. Correct it.
                                3. c\\u000a::stop is wrong. Correct it. (in the module two)"""));
    }

    @Test
    void aFaultOfThePluginIsThrownAtOnce() {
        IllegalStateException fault = new IllegalStateException("fault");

        assertThatThrownBy(() -> problems.check(
                        () -> {
                            throw fault;
                        },
                        problems::add))
                .isSameAs(fault);
    }

    private static String message(Throwable e) {
        return FailureMessages.failure((RuntimeException) e).getMessage();
    }

    private static SettingException wrong(String setting) {
        return new SettingException(setting, "is wrong", "Correct it.");
    }
}
