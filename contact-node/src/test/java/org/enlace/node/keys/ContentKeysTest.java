package org.enlace.node.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.enlace.database.Databases;
import org.enlace.message.CaseReference;
import org.enlace.message.MessageId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// On both databases: what rests under a key opens only in its place, with its key, and never again without it.
class ContentKeysTest {
    private static final CaseReference CASE = new CaseReference("GT-2026-7K4M2Q");
    private static final CaseReference OTHER = new CaseReference("GT-2026-7K4M2R");

    private static Databases databases;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        databases = new Databases();
    }

    static Stream<DataSource> both() {
        return databases.both();
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatWasSealedOpensInItsPlaceAndNowhereElse(DataSource source) {
        CaseKeys keys = new CaseKeys(keys(source, storageKey("a")));
        byte[] cell = keys.seal(CASE, "message|identity|1", "a name".getBytes(UTF_8));
        keys.seal(OTHER, "message|identity|2", "another".getBytes(UTF_8));

        assertThat(keys.open(CASE, "message|identity|1", cell)).isEqualTo("a name".getBytes(UTF_8));
        assertThat(new String(cell, UTF_8)).doesNotContain("a name");
        assertThatThrownBy(() -> keys.open(CASE, "message|identity|2", cell)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open(OTHER, "message|identity|1", cell))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("a name");
    }

    @ParameterizedTest
    @MethodSource("both")
    void aCellOfWhichOneBitIsOtherDoesNotOpen(DataSource source) {
        CaseKeys keys = new CaseKeys(keys(source, storageKey("b")));
        CaseReference own = new CaseReference("GT-2026-7K4M2S");
        byte[] cell = keys.seal(own, "message|identity|1", "a name".getBytes(UTF_8));
        for (int i = 0; i < cell.length; i++) {
            byte[] changed = cell.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keys.open(own, "message|identity|1", changed))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void aCaseWhoseKeyWasDestroyedIsErasedAndItsOldCellsStayClosedUnderANewKey(DataSource source) {
        CaseKeys keys = new CaseKeys(keys(source, storageKey("c")));
        CaseReference own = new CaseReference("GT-2026-7K4M2T");
        byte[] cell = keys.seal(own, "message|identity|1", "a name".getBytes(UTF_8));

        assertThat(keys.destroy(own)).isTrue();
        assertThat(keys.destroy(own)).isFalse();
        assertThatThrownBy(() -> keys.open(own, "message|identity|1", cell)).isInstanceOf(KeyDestroyed.class);

        keys.seal(own, "message|identity|2", "new".getBytes(UTF_8));
        assertThatThrownBy(() -> keys.open(own, "message|identity|1", cell)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void oneMessageIsErasedAndItsCaseStaysAndACaseTakesItsMessagesWithIt(DataSource source) {
        CaseKeys keys = new CaseKeys(keys(source, storageKey("m")));
        CaseReference own = new CaseReference("GT-2026-7K4M2V");
        MessageId one = MessageId.next(Clock.systemUTC().instant(), new SecureRandom());
        MessageId other = MessageId.next(Clock.systemUTC().instant(), new SecureRandom());
        byte[] ofCase = keys.seal(own, "x|y|0", "of the case".getBytes(UTF_8));
        byte[] ofOne = keys.seal(own, one, "x|y|1", "of one".getBytes(UTF_8));
        byte[] ofOther = keys.seal(own, other, "x|y|2", "of the other".getBytes(UTF_8));

        assertThat(keys.destroy(one)).isTrue();

        assertThatThrownBy(() -> keys.open(one, "x|y|1", ofOne)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> keys.open(own, "x|y|1", ofOne)).isInstanceOf(IllegalStateException.class);
        assertThat(keys.open(other, "x|y|2", ofOther)).isEqualTo("of the other".getBytes(UTF_8));
        assertThat(keys.open(own, "x|y|0", ofCase)).isEqualTo("of the case".getBytes(UTF_8));

        assertThat(keys.destroy(own)).isTrue();
        assertThatThrownBy(() -> keys.open(other, "x|y|2", ofOther)).isInstanceOf(KeyDestroyed.class);
    }

    @ParameterizedTest
    @MethodSource("both")
    void theDatabaseAloneOpensNothing(DataSource source) {
        CaseReference own = new CaseReference("GT-2026-7K4M2U");
        byte[] cell = new CaseKeys(keys(source, storageKey("d"))).seal(own, "x|y|1", "a name".getBytes(UTF_8));
        CaseKeys thief = new CaseKeys(keys(source, storageKey("thief")));

        assertThatThrownBy(() -> thief.open(own, "x|y|1", cell))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("storage key");
    }

    @Test
    void theFileOfTheStorageKeyOpensOnlyWithItsPassword() {
        StorageKeyFile file = new StorageKeyFile(folder.resolve("storage.p12"), "right".toCharArray());
        StorageKey made = file.create(new SecureRandom());

        assertThat(file.load().key()).isEqualTo(made.key());
        assertThat(folder.resolve("storage.p12.new")).doesNotExist();
        assertThatThrownBy(() -> new StorageKeyFile(folder.resolve("storage.p12"), "wrong".toCharArray()).load())
                .isInstanceOf(IllegalStateException.class);
    }

    private StorageKey storageKey(String name) {
        return new StorageKeyFile(folder.resolve(name + ".p12"), "password".toCharArray()).create(new SecureRandom());
    }

    private static ContentKeys keys(DataSource source, StorageKey storageKey) {
        return new ContentKeys(new JdbcTemplate(source), storageKey, new SecureRandom(), Clock.systemUTC());
    }
}
