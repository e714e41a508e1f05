package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Servers that speak HTTP, or their protocol, in ways of their own. What they send is sent byte by byte.
class OddServersTest extends ClientCase {
    private static final Way CHAT = new Way(Provider.COMPATIBLE, false);
    private static final Way STREAM = new Way(Provider.COMPATIBLE, true);
    private static final Way MESSAGES = new Way(Provider.ANTHROPIC, false);
    private static final String OK = "{'choices':[{'finish_reason':'stop','message':{'content':'x'}}]}";
    private static final String LAST = "data: {'choices':[{'delta':{},'finish_reason':'stop'}]}\n\n";

    /// @param expected the text that arrives, or words of the fault and its kind
    record Server(String what, Way way, String head, String body, String expected) {
        @Override
        public String toString() {
            return way + ": " + what;
        }

        byte[] bytes() {
            String plain = body.replace('\'', '"');
            return (head.replace("\n", "\r\n").replace("@", String.valueOf(plain.getBytes(StandardCharsets.UTF_8).length)) + "\r\n" + plain).getBytes(StandardCharsets.UTF_8);
        }
    }

    static Stream<Server> servers() {
        return Stream.of(ofHttp(), ofWholeReplies(), ofStreams(), ofFaults()).flatMap(List::stream);
    }

    private static List<Server> ofHttp() {
        return List.of(new Server("HTTP/1.0 that ends by closing", CHAT, "HTTP/1.0 200 OK\n", OK, "x"),
                new Server("no content type", CHAT, "HTTP/1.1 200 OK\nContent-Length: @\n", OK, "x"),
                new Server("no reason in the status line", CHAT, "HTTP/1.1 200\nContent-Length: @\n", OK, "x"),
                new Server("names of headers in small letters", CHAT, "HTTP/1.1 200 OK\ncontent-type: application/json\ncontent-length: @\n", OK, "x"),
                new Server("JSON called a web page", CHAT, "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: @\n", OK, "x"),
                new Server("created instead of ok", CHAT, "HTTP/1.1 201 Created\nContent-Length: @\n", OK, "x"),
                new Server("nothing to continue with first", CHAT, "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nContent-Length: @\n", OK, "x"),
                new Server("no content", CHAT, "HTTP/1.1 204 No Content\n", "", "EMPTY"),
                new Server("a length too long", CHAT, "HTTP/1.1 200 OK\nContent-Length: 5000\n", OK, "CUT_STREAM"),
                new Server("chunks that end early", CHAT, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n", "40\r\n{'choices'", "CUT_STREAM"),
                new Server("called packed, but plain", CHAT, "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: @\n", OK, "The connection to"),
                new Server("the greeting of another service", CHAT, "SSH-2.0-OpenSSH_9.6\n", "", "CUT_STREAM"),
                new Server("nothing at all", CHAT, "", "", "CUT_STREAM"),
                new Server("a mountain of headers", CHAT, "HTTP/1.1 200 OK\n" + ("X-A: " + "a".repeat(1000) + "\n").repeat(400) + "Content-Length: @\n", OK, "CUT_STREAM"),
                new Server("a login page", CHAT, "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: @\n", "<html><form action=login></form></html>", "a web page"));
    }

    private static List<Server> ofWholeReplies() {
        return List.of(whole("text of the old kind", "{'choices':[{'text':'x','finish_reason':'stop'}]}", "x"),
                whole("Ollama's own form", "{'model':'m','message':{'role':'assistant','content':'x'},'done':true,'done_reason':'stop'}", "x"),
                whole("Anthropic's form", "{'type':'message','content':[{'type':'text','text':'x'}],'stop_reason':'end_turn'}", "x"),
                whole("the form of Responses", "{'output':[{'type':'reasoning','summary':[]},{'type':'message','content':[{'type':'output_text','text':'x'}]}]}", "x"),
                whole("Gemini's form", "{'candidates':[{'content':{'parts':[{'text':'x'}]},'finishReason':'STOP'}]}", "x"),
                whole("a refusal beside null", "{'choices':[{'finish_reason':'stop','message':{'content':null,'refusal':'I will not'}}]}", "REFUSED_BY_MODEL"),
                whole("all tokens thought away", "{'choices':[{'finish_reason':'length','message':{'content':'','reasoning_content':'hm'}}]}", "limit"),
                whole("an empty list for content", "{'choices':[{'finish_reason':'stop','message':{'content':[]}}]}", "EMPTY"),
                whole("a call with an object", "{'choices':[{'message':{'content':'','tool_calls':[{'function':{'name':'fix','arguments':{'edits':[]}}}]}}]}", "{\"edits\":[]}"),
                whole("an error in the choice", "{'choices':[{'error':{'code':502,'message':'Provider returned error'},'finish_reason':'error','message':{'content':''}}]}", "Provider returned error"),
                whole("an empty error beside the reply", "{'error':'','choices':[{'finish_reason':'stop','message':{'content':'x'}}]}", "x"),
                whole("an error with a number", "{'error':{'code':401,'message':'No auth'}}", "UNAUTHORIZED"),
                whole("tokens beyond all measure", "{'choices':[{'message':{'content':'x'}}],'usage':{'prompt_tokens':9000000000000000000,'completion_tokens':-4}}", "x"),
                whole("tokens in words", "{'choices':[{'message':{'content':'x'}}],'usage':{'prompt_tokens':'many'}}", "x"),
                whole("a complaint without a status", "{'success':false,'message':'Invalid key'}", "Invalid key"),
                new Server("content that is one text", MESSAGES, JSON, "{'type':'message','content':'x','stop_reason':'end_turn'}", "x"));
    }

    private static List<Server> ofStreams() {
        return List.of(stream("a byte order mark", "\uFEFF" + piece("x") + LAST, "x"),
                stream("blanks behind the mark of the end", piece("x") + "data: [DONE] \n\n", "x"),
                stream("no blank lines between", (piece("x") + piece("y") + LAST).replace("\n\n", "\n"), "xy"),
                stream("carriage returns alone", (piece("x") + LAST).replace('\n', '\r'), "x"),
                stream("one object instead", OK, "x"),
                stream("one object with an error instead", "{'error':{'message':'overloaded','type':'overloaded_error'}}", "OVERLOADED"),
                stream("two choices at once", piece("x") + "data: {'choices':[{'index':1,'delta':{'content':'z'}}]}\n\n" + LAST, "x"),
                stream("text of the old kind", "data: {'choices':[{'text':'x','finish_reason':null}]}\n\ndata: {'choices':[{'text':'','finish_reason':'stop'}]}\n\n", "x"),
                stream("words of a fault", "data: Internal Server Error\n\n", "not JSON"),
                stream("an error without a sentence", "data: {'error':{'code':'rate_limit_exceeded'}}\n\n", "RATE_LIMITED"),
                new Server("a comment first, called JSON", STREAM, JSON, ": ping\n\n" + piece("x") + LAST, "x"),
                new Server("lines of Ollama", STREAM, "HTTP/1.1 200 OK\nContent-Type: application/x-ndjson\nContent-Length: @\n",
                        "{'message':{'content':'x'},'done':false}\n{'message':{'content':'y'},'done':true}\n", "xy"),
                new Server("lines of Ollama that end early", STREAM, JSON, "{'message':{'content':'x'},'done':false}\n{'message':{'content':'y'},'done':false}\n", "CUT_STREAM"));
    }

    private static List<Server> ofFaults() {
        return List.of(fault("400 Bad Request", "[{'error':{'code':400,'message':'Model is not there','status':'INVALID_ARGUMENT'}}]", "(400): Model is not there."),
                fault("422 Unprocessable", "{'detail':[{'loc':['body','model'],'msg':'field required'}]}", "(422): field required."),
                fault("400 Bad Request", "{'errors':[{'message':'no such field'}]}", "(400): no such field."),
                fault("400 Bad Request", "{'object':'error','message':'too hot'}", "(400): too hot."),
                fault("403 Forbidden", "<Error><Code>AccessDenied</Code></Error>", "FORBIDDEN"),
                fault("405 Method Not Allowed", "", "(405)"),
                fault("413 Payload Too Large", "<html>413</html>", "(413)"),
                fault("524 A Timeout Occurred", "<html>cloudflare</html>", "SERVER_ERROR"),
                fault("429 Too Many Requests\nRetry-After: soon", "{'error':'slow down'}", "RATE_LIMITED"),
                fault("429 Too Many Requests\nRetry-After: -5", "{'error':'slow down'}", "RATE_LIMITED"),
                fault("429 Too Many Requests\nRetry-After: 99999999999999999999", "{'error':'slow down'}", "RATE_LIMITED"),
                fault("503 Unavailable\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT", "", "OVERLOADED"),
                fault("529 Overloaded", "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}", "OVERLOADED"),
                fault("307 Temporary Redirect\nLocation: /elsewhere", "", "REDIRECT"),
                fault("308 Permanent Redirect", "", "REDIRECT"));
    }

    private static final String JSON = "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: @\n";

    private static Server whole(String what, String body, String expected) {
        return new Server(what, CHAT, JSON, body, expected);
    }

    private static Server stream(String what, String body, String expected) {
        return new Server(what, STREAM, "HTTP/1.1 200 OK\nContent-Type: text/event-stream\nContent-Length: @\n", body, expected);
    }

    private static Server fault(String status, String body, String expected) {
        return new Server(status.replace('\n', ' ') + " " + body, CHAT, "HTTP/1.1 " + status + "\nContent-Length: @\n", body, expected);
    }

    private static String piece(String text) {
        return "data: {'choices':[{'index':0,'delta':{'content':'" + text + "'},'finish_reason':null}]}\n\n";
    }

    @ParameterizedTest
    @MethodSource("servers")
    void theTextArrivesOrTheFaultIsNamed(Server server) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(socket, server.bytes()));
            try {
                ModelReply reply = client(server.way(), URI.create("http://127.0.0.1:" + socket.getLocalPort()))
                        .complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
                assertThat(reply.usage().in()).isLessThan(1_000_000);
                assertThat(reply.text()).isEqualTo(server.expected());
            } catch (ModelFailure failure) {
                assertThat(failure.message()).doesNotContain("Exception").doesNotContain(SECRET).endsWith(".");
                assertThat(failure.kind() + " " + failure.message()).contains(server.expected());
            }
        }
    }

    private static void answerAll(ServerSocket server, byte[] answer) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                takeRequest(client.getInputStream());
                client.getOutputStream().write(answer);
                client.shutdownOutput();
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // The client has gone, or the test is over.
            }
        }
    }

    /// Reads up to the end of the body, whose length the client tells.
    private static void takeRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next;
        while (!head.toString().endsWith("\r\n\r\n") && (next = in.read()) >= 0) {
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        in.readNBytes(length.matches("\\d+") ? Integer.parseInt(length) : 0);
    }

    @Test
    void theKeyDoesNotFollowToAnotherHost() throws Exception {
        try (ModelServer thief = new ModelServer(Provider.COMPATIBLE, false).answers("x"); ModelServer server = new ModelServer(Provider.COMPATIBLE, false)) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.fails(status, "moved", "Location", thief.base() + "/chat/completions");
                assertThat(failure(client(CHAT, server)).message()).contains("not followed");
            }
            assertThat(thief.requests()).isZero();
        }
    }
}
