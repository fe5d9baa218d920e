package org.enlace.node.drafts;

import java.util.List;
import org.enlace.node.access.Officer;
import org.enlace.node.web.PageContext;

/// What else waits for a second person, beside what colleagues wrote. A feature offers it as a bean.
public interface WaitingToo {
    /// What this officer sees of it, oldest first. What the officer asked for is among it: somebody else decides.
    List<ReleaseList.Line> lines(Officer officer, PageContext page);
}
