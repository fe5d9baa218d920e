package org.enlace.node.inspection;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param clamd `unix:/run/clamav/clamd.ctl`, or the loopback port of a clamd on this machine; none where it is not
/// said
/// @param answerMax how long it may take over one file
@Validated
@ConfigurationProperties("enlace.scanner")
record ScannerSettings(
        @Nullable
        @Pattern(
                regexp = "unix:/.+|[1-9][0-9]{0,4}",
                message =
                        "A clamd is named by its socket file, unix:/run/clamav/clamd.ctl, or its port on this machine")
        String clamd,

        @DefaultValue("2m") Duration answerMax) {}
