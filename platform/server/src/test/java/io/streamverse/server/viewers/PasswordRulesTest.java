package io.streamverse.server.viewers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.problem.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "short one",
                "ada.lovelace@example.com",
                "Ada.Lovelace",
                "Augusta Ada King",
                "aaaaaaaaaaaa",
                "1234567890",
                "9876543210",
                "qwertyuiop",
                "Password123",
                "!!passwort!!"
            })
    void whatIsEasilyGuessedIsRefused(String password) {
        assertThatThrownBy(() -> PasswordRules.demandGood(password, "ada.lovelace@example.com", "Augusta Ada King"))
                .isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a horse, a staple", "пароль из слов", "correct1battery", "🐎🔋📎🐎🔋📎🐎🔋📎🐎1"})
    void theRestIsTheViewersOwnChoice(String password) {
        assertThatCode(() -> PasswordRules.demandGood(password, "ada@example.com", null))
                .doesNotThrowAnyException();
    }
}
