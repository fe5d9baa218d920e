package org.enlace.node.casefile;

import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;
import org.enlace.node.web.Problem;
import org.enlace.node.web.ProblemFound;
import org.enlace.node.web.ProblemKind;
import org.enlace.node.web.Unseen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The same for programs.
@RestController
@RequestMapping("/api/v1/messages/{id}/purpose")
class PurposeApi {
    private final PurposeAsking asking;

    PurposeApi(PurposeAsking asking) {
        this.asking = asking;
    }

    /// @param purposes codes of list `purpose`
    record Choices(List<String> purposes) {}

    /// @param purpose code of list `purpose`
    record Stated(@Nullable String purpose) {}

    @GetMapping
    @Access(Action.READ_CASES)
    Choices choices(@PathVariable String id, Officer officer) {
        return new Choices(asked(id, officer).choices());
    }

    @PostMapping
    @Access(Action.READ_CASES)
    ResponseEntity<Void> state(@PathVariable String id, @RequestBody Stated body, Officer officer, PageContext page) {
        var purpose = body.purpose();
        if (!asking.state(asked(id, officer), purpose == null ? "" : purpose, officer)) {
            throw new ProblemFound(
                    ProblemKind.REFUSED,
                    List.of(Problem.Wrong.at(
                            "/purpose", "PURPOSE_NOT_ALLOWED", page.text("casefile.point.PURPOSE_NOT_ALLOWED"))));
        }
        return ResponseEntity.noContent().build();
    }

    private PurposeAsking.Asked asked(String id, Officer officer) {
        return asking.asked(CaseAddress.id(id), officer).orElseThrow(Unseen::new);
    }
}
