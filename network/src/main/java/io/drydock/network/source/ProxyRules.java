package io.drydock.network.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy stands before an address, as {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}
 * say, in either case of letters, the small one first.
 *
 * @param byScheme proxy of {@code http} and {@code https} addresses
 * @param direct hosts that are reached without one: names, which hold for what lies under them too, names with a port, or
 *     {@code *}
 */
public record ProxyRules(Map<String, URI> byScheme, List<String> direct) {
    /** No proxy that the environment names. */
    public static final ProxyRules NONE = new ProxyRules(Map.of(), List.of());

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    public ProxyRules {
        byScheme = Map.copyOf(byScheme);
        direct = List.copyOf(direct);
    }

    /** Reads the environment. */
    public static ProxyRules from(Map<String, String> environment) {
        Map<String, URI> proxies = new HashMap<>();
        for (String scheme : List.of("http", "https")) {
            value(environment, scheme + "_proxy")
                    .or(() -> value(environment, "all_proxy"))
                    .flatMap(ProxyRules::address)
                    .ifPresent(proxy -> proxies.put(scheme, proxy));
        }
        List<String> direct = value(environment, "no_proxy").stream()
                .flatMap(text -> List.of(text.split(",", -1)).stream())
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList();
        return new ProxyRules(proxies, direct);
    }

    private static Optional<String> value(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get(key))
                .or(() -> Optional.ofNullable(environment.get(key.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** {@code host:port} is a proxy too; an address without a host is none. */
    private static Optional<URI> address(String text) {
        try {
            URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
            return proxy.getHost() == null ? Optional.empty() : Optional.of(proxy);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The proxy for an address, if one stands before it. */
    Optional<URI> proxy(URI address) {
        return isDirect(address)
                ? Optional.empty()
                : Optional.ofNullable(byScheme.get(address.getScheme().toLowerCase(Locale.ROOT)));
    }

    private boolean isDirect(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        String withPort = host + ":" + port(address);
        return direct.stream().anyMatch(entry -> {
            String name = entry.startsWith(".") ? entry.substring(1) : entry;
            return name.equals("*")
                    || List.of(host, withPort).stream().anyMatch(own -> own.equals(name) || own.endsWith("." + name));
        });
    }

    /** Port of an address, its scheme's where it names none. */
    static int port(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : "https".equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /** What a proxy is told of who asks, where its address holds a name and a password. */
    static Optional<String> credentials(URI proxy) {
        return Optional.ofNullable(proxy.getUserInfo())
                .map(info -> "Basic " + Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8)));
    }

    /** Without names and passwords, which must not end up in a log. */
    @Override
    public String toString() {
        return "ProxyRules[" + byScheme.keySet() + ", direct=" + direct + "]";
    }
}
