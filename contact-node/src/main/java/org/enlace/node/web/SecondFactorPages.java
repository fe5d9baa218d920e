package org.enlace.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.enlace.node.access.Access;
import org.enlace.node.access.Action;
import org.enlace.node.access.FreshProof;
import org.enlace.node.access.Officer;
import org.enlace.node.access.SecondFactors;
import org.enlace.node.access.SessionKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where officers set up their own second factor. Secrets and codes are shown in the answer to a form, once, and lie
/// under no address.
@Controller
class SecondFactorPages {
    private static final String HOME = "/me/second-factor";

    private final SecondFactors factors;

    SecondFactorPages(SecondFactors factors) {
        this.factors = factors;
    }

    @GetMapping(HOME)
    @Access(Action.OWN_PROFILE)
    Page show(Officer officer) {
        return Page.of("second-factor").with("state", factors.state(officer));
    }

    @PostMapping(HOME + "/begin")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Page begin(Officer officer, PageContext page) {
        return enrol(factors.begin(officer, issuer(page)), null, page);
    }

    @PostMapping(HOME + "/confirm")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object confirm(
            @RequestParam(defaultValue = "") String code,
            Officer officer,
            PageContext page,
            HttpServletRequest request) {
        var begun = factors.begun(officer, issuer(page));
        if (begun.isEmpty()) {
            return Redirect.to(HOME);
        }
        return factors.confirm(officer, code, SessionKey.of(request).orElseThrow())
                .map(SecondFactorPages::codes)
                .orElseGet(() -> enrol(begun.get(), page.text("web.factor.code.wrong"), page)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping(HOME + "/codes")
    @Access(Action.OWN_PROFILE)
    @FreshProof
    Object renew(Officer officer) {
        return factors.renew(officer).<Object>map(SecondFactorPages::codes).orElseGet(() -> Redirect.to(HOME));
    }

    private static Page enrol(SecondFactors.Enrolment enrolment, @Nullable String error, PageContext page) {
        return Page.of("second-factor-enrol")
                .with("enrolment", enrolment)
                .with("picture", QrPicture.of(enrolment.uri()))
                .with(
                        "code",
                        Field.of("code", page.text("web.factor.code"))
                                .hint(page.text("web.factor.code.hint"))
                                .error(error));
    }

    private static Page codes(List<String> codes) {
        return Page.of("recovery-codes").with("codes", codes);
    }

    private static String issuer(PageContext page) {
        // A colon would end it.
        return (page.text("web.product") + " " + page.nodeName()).replace(":", "");
    }
}
