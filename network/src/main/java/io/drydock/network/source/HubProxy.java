package io.drydock.network.source;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Sends requests through the proxy that Java's own properties ({@code https.proxyHost}, {@code http.nonProxyHosts}) name;
 * where they name none, through that of the environment. Safe for use by many threads.
 */
final class HubProxy extends ProxySelector {
    private final ProxyRules environment;

    HubProxy(ProxyRules environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        if (namedByProperties(address)) {
            return ofProperties(address);
        }
        return environment
                .proxy(address)
                .map(proxy -> List.of(
                        new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), ProxyRules.port(proxy)))))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    /** What to tell the proxy of who asks; nothing where the properties name the proxy, or none stands before the address. */
    Optional<String> credentials(URI address) {
        return namedByProperties(address)
                ? Optional.empty()
                : environment.proxy(address).flatMap(ProxyRules::credentials);
    }

    private static boolean namedByProperties(URI address) {
        return !System.getProperty(address.getScheme() + ".proxyHost", "").isEmpty();
    }

    private static List<Proxy> ofProperties(URI address) {
        return Optional.ofNullable(ProxySelector.getDefault())
                .map(selector -> selector.select(address))
                .orElse(List.of(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException reason) {
        // The request itself fails with the reason, and says so.
    }
}
