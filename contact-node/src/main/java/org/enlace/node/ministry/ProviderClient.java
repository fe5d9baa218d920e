package org.enlace.node.ministry;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.enlace.node.ministry.ProviderUnavailable.Why;
import org.enlace.node.outside.OutsideClient;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Asks the provider.
@Component
class ProviderClient implements DisposableBean {
    private static final int BYTES_MAX = 256 * 1024;

    private final OutsideClient client;

    ProviderClient(MinistrySettings settings) {
        this.client = new OutsideClient(settings.inside(), settings.trust());
    }

    String get(URI address) throws ProviderUnavailable {
        var request = new HttpGet(address);
        request.setHeader("Accept", "application/json, application/jwk-set+json");
        var answer = ask(request);
        if (answer.status() != 200) {
            throw new ProviderUnavailable(Why.REFUSED);
        }
        return answer.body();
    }

    OutsideClient.Answer post(URI address, Map<String, String> headers, Map<String, String> form)
            throws ProviderUnavailable {
        var request = new HttpPost(address);
        request.setHeader("Accept", "application/json");
        headers.forEach(request::setHeader);
        List<NameValuePair> fields = form.entrySet().stream()
                .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
                .toList();
        request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
        return ask(request);
    }

    private OutsideClient.Answer ask(HttpUriRequestBase request) throws ProviderUnavailable {
        try {
            return client.ask(request, BYTES_MAX);
        } catch (OutsideClient.TooMuch e) {
            throw new ProviderUnavailable(Why.TOO_LONG);
        } catch (IOException e) {
            throw new ProviderUnavailable(Why.NO_CONNECTION);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
