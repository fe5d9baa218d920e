package org.enlace.console;

import java.io.IOException;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.web.Unseen;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Routes that do what features may do, so that errors and headers can be looked at without any feature.
@Controller
public class Probe {
    public record Note(String text, int count) {}

    @PostMapping("/api/v1/probe")
    @Access(Action.WRITE_ALERT)
    @ResponseBody
    Note echo(@RequestBody Note note) {
        return note;
    }

    @GetMapping("/api/v1/probe/fault")
    @Access(Action.OWN_PROFILE)
    void apiFault() {
        throw new IllegalStateException("Daniela RUIZ must not be shown");
    }

    @GetMapping("/probe/fault")
    @Access(Action.OWN_PROFILE)
    void fault() {
        throw new IllegalStateException("Daniela RUIZ must not be shown");
    }

    @GetMapping("/probe/unseen")
    @Access(Action.OWN_PROFILE)
    void unseen() {
        throw new Unseen();
    }

    @GetMapping(path = "/probe/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(Action.OWN_PROFILE)
    SseEmitter stream() throws IOException {
        var stream = new SseEmitter();
        stream.send(SseEmitter.event().name("beat").data("1"));
        stream.complete();
        return stream;
    }

    @PostMapping("/probe/act")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    @ResponseBody
    String act(@RequestParam List<String> words) {
        return String.join("+", words);
    }

    @PostMapping("/api/v1/probe/act")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    @ResponseBody
    Note act(@RequestBody Note note) {
        return note;
    }

    @GetMapping("/probe/audit")
    @Access(Action.READ_AUDIT)
    @ResponseBody
    String audit() {
        return "lines";
    }
}
