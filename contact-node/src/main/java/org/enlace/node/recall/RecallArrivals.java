package org.enlace.node.recall;

import java.time.Instant;
import org.enlace.envelope.Verified;
import org.enlace.message.ConsentWithdrawal;
import org.enlace.message.Message;
import org.enlace.message.Recall;
import org.enlace.message.RecallAttestation;
import org.enlace.node.exchange.Arrivals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What becomes of recalls and attestations that arrive, in the transaction that takes them in.
@Configuration(proxyBeanMethods = false)
class RecallArrivals {
    @Bean
    Arrivals<Recall> recalls(RecalledHere here) {
        return new Handed<>(Recall.class, here::recalled);
    }

    @Bean
    Arrivals<RecallAttestation> recallAttestations(RecallAnswers answers) {
        return new Handed<>(RecallAttestation.class, answers::answered);
    }

    @Bean
    Arrivals<ConsentWithdrawal> consentWithdrawals(WithdrawnHere here) {
        return new Handed<>(ConsentWithdrawal.class, here::withdrawn);
    }

    private interface Taker<M extends Message> {
        void take(Verified<M> message, Instant receivedAt);
    }

    private record Handed<M extends Message>(Class<M> kind, Taker<M> taker) implements Arrivals<M> {
        @Override
        public void arrived(Verified<M> message, Instant receivedAt) {
            taker.take(message, receivedAt);
        }
    }
}
