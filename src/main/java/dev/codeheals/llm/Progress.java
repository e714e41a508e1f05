package dev.codeheals.llm;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/// How far one request has come, so that a time-out or a broken connection can be named.
final class Progress extends EventListener {
    enum Phase { CONNECTING, SECURING, WAITING, READING }

    private volatile Phase phase = Phase.CONNECTING;

    Phase phase() {
        return phase;
    }

    /// The first piece of the reply is here.
    void replyBegan() {
        phase = Phase.READING;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        phase = Phase.CONNECTING;
    }

    @Override
    public void secureConnectStart(Call call) {
        phase = Phase.SECURING;
    }

    @Override
    public void requestHeadersStart(Call call) {
        phase = Phase.WAITING;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        phase = Phase.WAITING;
    }
}
