package org.enlace.node.casefile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.enlace.message.About;
import org.enlace.message.Compartment;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a message said before it was corrected, for a national case system.
@RestController
@RequestMapping(path = "/api/v1/messages/{id}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
class VersionApi {
    private final CaseReading cases;
    private final VersionReading reading;
    private final Corrections corrections;
    private final JsonMapper json;

    VersionApi(CaseReading cases, VersionReading reading, Corrections corrections, JsonMapper json) {
        this.corrections = corrections;
        this.cases = cases;
        this.reading = reading;
        this.json = json;
    }

    /// Oldest first; empty if it was never corrected.
    @GetMapping
    @Access(Action.READ_CASES)
    List<Version> all(@PathVariable String id, Officer officer) {
        return reading.of(opened(cases.open(CaseAddress.id(id), officer, CaseReading.SUMMARY))
                .entry());
    }

    /// @param persons whether to open what is said about persons, as far as the officer may
    @GetMapping("/{number}")
    @Access(Action.READ_CASES)
    VersionAnswer one(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "false") boolean persons,
            Officer officer) {
        var wanted = persons ? CaseReading.PERSONS : CaseReading.SUMMARY;
        var open = opened(reading.open(CaseAddress.id(id), number, officer, wanted));
        var content = new TreeMap<Compartment, JsonNode>();
        open.contents().forEach((part, bytes) -> content.put(part, json.readTree(bytes)));
        return new VersionAnswer(reading.of(open.entry()).get(number - 1), open.about(), content);
    }

    /// The officer confirms that they read what this version, the newest, says.
    @PostMapping("/{number}/read")
    @Access(Action.WORK_CASES)
    ResponseEntity<Void> read(@PathVariable String id, @PathVariable int number, Officer officer) {
        if (corrections.read(CaseAddress.id(id), number, officer).isEmpty()) {
            throw new Unseen();
        }
        return ResponseEntity.noContent().build();
    }

    private static OpenedMessage opened(Reading<OpenedMessage> reading) {
        return switch (reading) {
            case Reading.Open<OpenedMessage>(var content) -> content;
            case Reading.ConditionFirst<OpenedMessage> _ -> throw new ProblemFound(ProblemKind.CONDITION_FIRST);
            case Reading.Behind<OpenedMessage> _ -> throw new ProblemFound(ProblemKind.CATCHING_UP);
            case Reading.Sealed<OpenedMessage> _ -> throw new ProblemFound(ProblemKind.RECALLED);
            case Reading.NotThere<OpenedMessage> _ -> throw new Unseen();
        };
    }

    /// @param content by compartment, as it came
    record VersionAnswer(Version version, About about, Map<Compartment, JsonNode> content) {}
}
