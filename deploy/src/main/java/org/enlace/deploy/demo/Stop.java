package org.enlace.deploy.demo;

/// The demo cannot go on; the message is one sentence for the person who started it.
final class Stop extends RuntimeException {
    Stop(String sentence) {
        super(sentence);
    }

    Stop(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
