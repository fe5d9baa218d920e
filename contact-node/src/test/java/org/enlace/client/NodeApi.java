package org.enlace.client;

import java.net.URI;
import java.net.http.HttpClient;

/// The API of one node, as one caller sees it. Refusals are [ProblemAnswered], silence is [NodeUnreachable].
public final class NodeApi {
    private final Exchange exchange;

    private NodeApi(Exchange exchange) {
        this.exchange = exchange;
    }

    /// An officer, where the node takes passwords.
    ///
    /// @param node such as `https://127.0.0.1:8443`
    /// @param http with the TLS that trusts the node
    public static NodeApi officer(URI node, HttpClient http, String username, String password) {
        return officer(node, http, username, password, "");
    }

    /// @param code of the second factor, empty for none
    public static NodeApi officer(URI node, HttpClient http, String username, String password, String code) {
        return new NodeApi(new Exchange(node, http, new Credentials.Password(username, password, code)));
    }

    /// A connected system.
    ///
    /// @param node the port of systems
    /// @param http with the TLS that trusts the node and shows the system's certificate
    public static NodeApi system(URI node, HttpClient http) {
        return new NodeApi(new Exchange(node, http, new Credentials.Certificate()));
    }

    public MessageCalls messages() {
        return exchange.calls(MessageCalls.class);
    }

    public ReleaseCalls releases() {
        return exchange.calls(ReleaseCalls.class);
    }

    public RecallCalls recalls() {
        return exchange.calls(RecallCalls.class);
    }

    public CopyCalls copies() {
        return exchange.calls(CopyCalls.class);
    }

    public CaseCalls cases() {
        return exchange.calls(CaseCalls.class);
    }

    public DeskCalls desk() {
        return exchange.calls(DeskCalls.class);
    }

    public HandoverCalls handover() {
        return exchange.calls(HandoverCalls.class);
    }

    public FollowUpCalls followUps() {
        return exchange.calls(FollowUpCalls.class);
    }

    public FileSetCalls fileSets() {
        return exchange.calls(FileSetCalls.class);
    }

    public FileCalls files() {
        return exchange.calls(FileCalls.class);
    }

    public DutyCalls duty() {
        return exchange.calls(DutyCalls.class);
    }

    public DirectoryCalls directory() {
        return exchange.calls(DirectoryCalls.class);
    }

    public GroupCalls groups() {
        return exchange.calls(GroupCalls.class);
    }

    public OfficerCalls officers() {
        return exchange.calls(OfficerCalls.class);
    }

    public SystemCalls systems() {
        return exchange.calls(SystemCalls.class);
    }

    public WatchCalls watch() {
        return exchange.calls(WatchCalls.class);
    }

    public OperationsCalls operations() {
        return exchange.calls(OperationsCalls.class);
    }

    public WebhookCalls webhooks() {
        return exchange.calls(WebhookCalls.class);
    }

    public SearchCalls search() {
        return exchange.calls(SearchCalls.class);
    }

    public RouteCalls routes() {
        return exchange.calls(RouteCalls.class);
    }

    public FilterCalls filters() {
        return exchange.calls(FilterCalls.class);
    }

    public StatisticsCalls statistics() {
        return exchange.calls(StatisticsCalls.class);
    }

    public QueryCalls queries() {
        return exchange.calls(QueryCalls.class);
    }

    public AuditCalls audit() {
        return exchange.calls(AuditCalls.class);
    }

    public DescriptionCalls description() {
        return exchange.calls(DescriptionCalls.class);
    }
}
