package org.enlace.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.enlace.database.Postgres;
import org.enlace.message.MessageType;
import org.enlace.node.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What nobody needs any more is deleted by itself.
class ForgettingTest {
    @Test
    void aDraftThatNobodyTouchedForAMonthIsGoneAndOneOfYesterdayIsThere() {
        try (var node = DeskNode.start()) {
            abandonsADraft(node);
        }
    }

    @Test
    void onPostgresToo() {
        try (var node = DeskNode.on(Postgres.database())) {
            abandonsADraft(node);
        }
    }

    private static void abandonsADraft(DeskNode.Running node) {
        Written.begun(node.browser(Role.INVESTIGATOR), MessageType.CASE_ALERT).press("save");
        node.bean(JdbcClient.class)
                .sql("""
                        insert into sending_request (officer, idempotency_key, digest, message_id, reference, asked_at)
                        values ('nobody', 'long ago', 'x', ?, 'GT-2026-000001', ?)""")
                .params(UUID.randomUUID(), node.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        node.clock().forward(Duration.ofDays(29));
        Written.begun(node.browser(Role.INVESTIGATOR), MessageType.CASE_ALERT).press("save");
        assertThat(node.count("draft")).isEqualTo(2);
        node.clock().forward(Duration.ofDays(2));

        node.browser(Role.CONSULAR).get("/assistance");
        node.tick();

        assertThat(node.count("draft")).isEqualTo(1);
        assertThat(node.bean(JdbcClient.class)
                        .sql("select count(*) from sending_request where officer = 'nobody'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
