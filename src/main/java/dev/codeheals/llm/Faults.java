package dev.codeheals.llm;

import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Names what went wrong with a request, in plain words.
final class Faults {
    private final Endpoint endpoint;

    Faults(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    ModelFailure of(IOException fault, Progress.Phase phase) {
        String place = endpoint.place();
        return switch (fault) {
            case CappedSource.TooLarge _ -> failure(Kind.TOO_LARGE, "The reply from %s is larger than %d MB; it was cut off and thrown away."
                    .formatted(place, Transport.LARGEST_BODY >> 20), fault);
            case SocketTimeoutException _ -> timeout(phase, fault);
            case InterruptedIOException _ -> failure(Kind.TIMEOUT_TOTAL, "The reply from %s did not end in time, though something kept coming."
                    .formatted(place), fault);
            case UnknownHostException _ -> failure(Kind.UNREACHABLE, "The address %s is not known. Check it, and whether this machine is online."
                    .formatted(endpoint.base().host()), fault);
            case SSLException _ when phase == Progress.Phase.SECURING || phase == Progress.Phase.CONNECTING -> insecure(place, fault);
            case ConnectException _ -> unreachable(place, fault);
            case NoRouteToHostException _ -> unreachable(place, fault);
            default -> switch (phase) {
                case CONNECTING -> unreachable(place, fault);
                case SECURING -> insecure(place, fault);
                case WAITING, READING -> failure(Kind.CUT_STREAM, "The connection to %s broke before the reply was complete.".formatted(place), fault);
            };
        };
    }

    private static ModelFailure insecure(String place, IOException fault) {
        return failure(Kind.TLS, "No secure connection to %s: %s. Nothing was sent.".formatted(place, insecureBecause(fault)), fault);
    }

    private static boolean causedBy(IOException fault, Class<? extends Throwable> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String insecureBecause(IOException fault) {
        if (causedBy(fault, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (causedBy(fault, SSLPeerUnverifiedException.class)) {
            return "its certificate is for another name";
        }
        if (causedBy(fault, CertificateException.class) || causedBy(fault, CertPathBuilderException.class)) {
            return "nobody this machine trusts vouches for its certificate";
        }
        return words(fault);
    }

    /// The stream ended as if nothing were missing, but the reply has no end.
    ModelFailure cut() {
        return failure(Kind.CUT_STREAM, "The reply from %s stopped in the middle.".formatted(endpoint.place()), null);
    }

    ModelFailure empty() {
        return failure(Kind.EMPTY, "The model at %s answered with nothing.".formatted(endpoint.place()), null);
    }

    /// All it may write went into thoughts.
    ModelFailure spent() {
        return failure(Kind.EMPTY, "The model at %s came to the limit of its tokens before it answered.".formatted(endpoint.place()), null);
    }

    ModelFailure refused(String why) {
        return failure(Kind.REFUSED_BY_MODEL, "The model at %s refuses to answer%s.".formatted(endpoint.place(), why.isBlank() ? "" : ": " + Wording.brief(why)), null);
    }

    ModelFailure garbled(String what) {
        return failure(Kind.BAD_RESPONSE, "%s answered with %s, not as %s does. Check the address and the provider."
                .formatted(endpoint.place(), what, endpoint.provider() == Provider.ANTHROPIC ? "the Messages API" : "Chat Completions"), null);
    }

    ModelFailure offline() {
        return failure(Kind.OFFLINE, "Offline: no connection was opened and nothing was sent.", null);
    }

    ModelFailure cancelled() {
        return failure(Kind.CANCELLED, "The request was cancelled.", null);
    }

    ModelFailure suspended() {
        return failure(Kind.SUSPENDED, "%s failed too often just now, so it is left alone for a while. Nothing was sent.".formatted(endpoint.place()), null);
    }

    ModelFailure noKey() {
        return failure(Kind.NO_KEY, "There is no key for %s. Set %s or store a key in the settings. Nothing was sent."
                .formatted(endpoint.provider().id(), endpoint.provider().keyName()), null);
    }

    private ModelFailure unreachable(String place, IOException fault) {
        return failure(Kind.UNREACHABLE, "Nothing answers at %s. %s".formatted(place, endpoint.isLoopback() ? "Is the server running?"
                : "Check the address and the network."), fault);
    }

    private ModelFailure timeout(Progress.Phase phase, IOException fault) {
        Timeouts limits = endpoint.timeouts();
        return switch (phase) {
            case CONNECTING, SECURING -> failure(Kind.TIMEOUT_CONNECT, "%s could not be reached within %s."
                    .formatted(endpoint.place(), Wording.span(limits.connect())), fault);
            case WAITING -> failure(Kind.TIMEOUT_FIRST_BYTE, "%s took the request but did not begin to answer within %s."
                    .formatted(endpoint.place(), Wording.span(limits.firstByte())), fault);
            case READING -> failure(Kind.TIMEOUT_IDLE, "The reply from %s stopped coming for %s."
                    .formatted(endpoint.place(), Wording.span(limits.idle())), fault);
        };
    }

    private static String words(IOException fault) {
        String message = fault.getMessage();
        return message == null ? "the handshake failed" : Wording.brief(message);
    }

    private static ModelFailure failure(Kind kind, String message, @Nullable Throwable cause) {
        return new ModelFailure(kind, message, cause);
    }
}
