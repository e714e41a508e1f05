package dev.codeheals.llm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How servers outside this machine are reached. Servers on this machine are always reached directly.
public sealed interface ProxySettings {

    /// As the Java runtime is set up.
    record SystemDefault() implements ProxySettings {}

    /// No proxy.
    record Direct() implements ProxySettings {}

    /// An HTTP proxy.
    ///
    /// @param except hosts and domains reached directly
    record Http(String host, int port, List<String> except) implements ProxySettings {
        public Http {
            except = List.copyOf(except);
        }
    }

    /// What {@code HTTPS_PROXY} and {@code NO_PROXY} say, in either case; the system's default if they say nothing.
    static ProxySettings of(Map<String, String> environment) {
        return variable(environment, "HTTPS_PROXY").or(() -> variable(environment, "ALL_PROXY")).flatMap(address -> parse(address,
                variable(environment, "NO_PROXY").orElse(""))).orElseGet(SystemDefault::new);
    }

    /// Chooses by these settings.
    default ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
                if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1")) {
                    return List.of(Proxy.NO_PROXY);
                }
                return switch (ProxySettings.this) {
                    case Direct _ -> List.of(Proxy.NO_PROXY);
                    case Http http -> List.of(spared(http, host) ? Proxy.NO_PROXY
                            : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(http.host(), http.port())));
                    case SystemDefault _ -> system(uri);
                };
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
    }

    private static List<Proxy> system(URI uri) {
        ProxySelector selector = ProxySelector.getDefault();
        // Sockets of SOCKS proxies are not made by our factory, so they could be neither metered nor cut.
        List<Proxy> usable = selector == null ? List.of() : selector.select(uri).stream().filter(proxy -> proxy.type() != Proxy.Type.SOCKS).toList();
        return usable.isEmpty() ? List.of(Proxy.NO_PROXY) : usable;
    }

    private static boolean spared(Http http, String host) {
        return http.except().stream().anyMatch(rule -> rule.equals("*") || host.equals(rule) || host.endsWith(rule.startsWith(".") ? rule : "." + rule));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(lower))).filter(value -> !value.isBlank());
    }

    private static Optional<ProxySettings> parse(String address, String except) {
        String plain = address.replaceFirst("^[a-z]+://", "").replaceFirst("^[^@/]*@", "").replaceFirst("/.*$", "");
        int colon = plain.lastIndexOf(':');
        String port = colon < 0 ? "80" : plain.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}") || address.startsWith("socks")) {
            return Optional.empty();
        }
        List<String> spared = Arrays.stream(except.split(",")).map(rule -> rule.strip().toLowerCase(Locale.ROOT)).filter(rule -> !rule.isEmpty()).toList();
        return Optional.of(new Http(colon < 0 ? plain : plain.substring(0, colon), Integer.parseInt(port), spared));
    }
}
