package org.enlace.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentPurposeTest {
    @Test
    void helpThatWasTakenBackEndsAllAndASinglePurposeDoesNot() {
        assertThat(ConsentPurpose.endsAll(List.of("ASSISTANCE"))).isTrue();
        assertThat(Arrays.stream(ConsentPurpose.values())
                        .filter(purpose -> ConsentPurpose.endsAll(List.of(purpose.name()))))
                .containsExactly(ConsentPurpose.ASSISTANCE);
        assertThat(ConsentPurpose.endsAll(List.of())).isFalse();
    }

    @Test
    void whoTookBackEverythingElseTookBackAll() {
        var others = Arrays.stream(ConsentPurpose.values())
                .filter(purpose -> purpose != ConsentPurpose.ASSISTANCE)
                .map(Enum::name)
                .toList();
        assertThat(ConsentPurpose.endsAll(others)).isTrue();
        assertThat(ConsentPurpose.endsAll(others.subList(1, others.size()))).isFalse();
    }

    @Test
    void aPurposeOfANewerVersionIsTakenAsTheGravest() {
        assertThat(ConsentPurpose.endsAll(List.of("A_PURPOSE_OF_2031"))).isTrue();
        assertThat(ConsentPurpose.known(List.of("A_PURPOSE_OF_2031", "COURT_USE")))
                .containsExactly(ConsentPurpose.COURT_USE);
    }
}
