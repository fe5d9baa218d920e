package org.enlace.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.enlace.node.access.Passwords.Match;
import org.enlace.node.access.Passwords.Weakness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"", "fourteen chars", "ñandúñandúñand"})
    void fewerThanFifteenCharactersAreTooShort(String password) {
        assertThat(passwords.weakness(password)).contains(Weakness.SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234567!",
                "PolicíaFederal!!!",
                "aaaaaaaaaaaaaaaaaaaa",
                "qwertyuiop123456",
                "Guatemala-Mexico-2026",
                "contraseña contraseña",
                "ababababababababab",
                "correct horse battery staple"
            })
    void littleMoreThanCommonWordsIsTooCommon(String password) {
        assertThat(passwords.weakness(password)).contains(Weakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otters cross the river at dawn", "f3a9c17be04d5286", "tres ñandúes cruzan despacio"})
    void severalWordsOrRandomSignsMayBeSet(String password) {
        assertThat(passwords.weakness(password)).isEmpty();
    }

    @Test
    void aPasswordIsKeptAsArgon2idAndRecognised() {
        var hash = passwords.hash("otters cross the river at dawn");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("otters");
        assertThat(passwords.matches("otters cross the river at dawn", Optional.of(hash)))
                .isEqualTo(Match.SAME);
        assertThat(passwords.matches("otters cross the river at dusk", Optional.of(hash)))
                .isEqualTo(Match.OTHER);
        assertThat(passwords.matches("otters cross the river at dawn", Optional.empty()))
                .isEqualTo(Match.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody has this password"})
    void nobodyHasThePasswordThatUnknownNamesAreComparedWith(String password) {
        assertThat(passwords.matches(password, Optional.empty())).isEqualTo(Match.OTHER);
    }

    @Test
    void aPasswordPastTheLimitOpensNothingEvenIfItBeginsRight() {
        var longest = "0123 abcdefgh ".repeat(19).substring(0, 256);
        var hash = passwords.hash(longest);

        assertThat(passwords.matches(longest, Optional.of(hash))).isEqualTo(Match.SAME);
        assertThat(passwords.matches(longest + "x", Optional.of(hash))).isEqualTo(Match.OTHER);
        assertThat(passwords.weakness(longest + "x")).contains(Weakness.LONG);
    }

    @Test
    void aWeakPasswordIsNotHashed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> passwords.hash("letmein"))
                .withMessageNotContaining("letmein");
    }
}
