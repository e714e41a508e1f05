package dev.codeheals.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.model.CallLimits;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelReply;
import dev.codeheals.engine.repair.model.ReplyListener;
import dev.codeheals.engine.run.Cancellation;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What servers send that keep to the protocol in their own way.
class StrangeAnswersTest extends ClientCase {

    /// @param expected the text that arrives; for a failure its kind and some of its words
    record Answer(String what, Provider provider, boolean streaming, String body, String expected) {
        @Override
        public String toString() {
            return provider.id() + (streaming ? " streaming: " : ": ") + what;
        }
    }

    static Stream<Answer> answers() {
        return Stream.of(chat("content as parts", message("'content':[{'type':'text','text':'in '},{'type':'text','text':'parts'}]", "stop"), "in parts"),
                chat("thoughts among the parts", message("'content':[{'type':'reasoning','text':'hm'},{'type':'thinking','thinking':'hm'},{'type':'text','text':'done'}]", "stop"), "done"),
                chat("thoughts beside the content", message("'reasoning_content':'hm','content':'done'", "stop"), "done"),
                chat("a call of a tool", message("'content':null,'tool_calls':[{'type':'function','function':{'name':'fix','arguments':'{}'}}]", "tool_calls"), "{}"),
                chat("an old call of a function", message("'content':null,'function_call':{'name':'fix','arguments':'{}'}", "function_call"), "{}"),
                chat("no reason to stop", "{'choices':[{'message':{'content':'x'}}]}", "x"),
                chat("a reason that is null", "{'choices':[{'finish_reason':null,'message':{'content':'x'}}],'usage':null}", "x"),
                chat("an error with status 200", "{'error':{'message':'model overloaded','type':'server_error'}}", "model overloaded"),
                chat("an error that is a text", "{'error':'model \\'x\\' not found'}", "not found"),
                chat("no choices", "{'choices':[]}", "BAD_RESPONSE"),
                chat("null for choices", "{'choices':null,'id':'1'}", "BAD_RESPONSE"),
                chat("a list", "[{'generated_text':'x'}]", "BAD_RESPONSE"),
                chat("half of the JSON", "{'choices':[{'message':{'content':'x", "BAD_RESPONSE"),
                chat("a byte order mark", "\uFEFF" + message("'content':'x'", "stop"), "x"),
                chat("cut, by another name", message("'content':'x'", "max_tokens"), "CUT x"),
                chat("cut, in capitals", message("'content':'x'", "LENGTH"), "CUT x"),
                stream("comments between the pieces", ": keep-alive\n\n" + delta("'content':'a'") + ": keep-alive\n\n:\n\n" + delta("'content':'b'") + stop("stop"), "ab"),
                stream("no mark of the end", delta("'content':'a'") + stop("stop"), "a"),
                stream("no reason to stop", delta("'content':'a'") + "data: [DONE]\n\n", "a"),
                stream("neither", delta("'content':'a'"), "CUT_STREAM"),
                stream("no blank line at the end", delta("'content':'a'") + "data: [DONE]", "a"),
                stream("carriage returns", (delta("'content':'a'") + stop("stop") + "data: [DONE]\n\n").replace("\n", "\r\n"), "a"),
                stream("no blank after the colon", delta("'content':'a'").replace("data: ", "data:") + "data:[DONE]\n\n", "a"),
                stream("usage in the last piece", delta("'content':'a'") + stop("stop") + event("{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':1}}"), "a"),
                stream("choices that are null beside the usage", delta("'content':'a'") + stop("stop") + event("{'choices':null,'usage':{'prompt_tokens':3}}"), "a"),
                stream("a role and null first", delta("'role':'assistant','content':null") + delta("'content':'a'") + stop("stop"), "a"),
                stream("thoughts first", delta("'reasoning_content':'hm','content':null") + delta("'reasoning':'hm'") + delta("'content':'a'") + stop("stop"), "a"),
                stream("a call of a tool in pieces", delta("'tool_calls':[{'index':0,'function':{'name':'fix','arguments':''}}]")
                        + delta("'tool_calls':[{'index':0,'function':{'arguments':'{\\'a\\''}}]") + delta("'tool_calls':[{'index':0,'function':{'arguments':':1}'}}]")
                        + stop("tool_calls"), "{\"a\":1}"),
                stream("an error in the middle", delta("'content':'a'") + event("{'error':{'message':'out of memory','type':'server_error'}}"), "out of memory"),
                stream("an error by name", delta("'content':'a'") + "event: error\n" + event("{'message':'out of memory'}"), "out of memory"),
                stream("the whole message last", delta("'content':'a'") + event("{'choices':[{'finish_reason':'stop','message':{'content':'a'}}]}"), "a"),
                stream("pings", delta("'content':'a'") + "event: ping\ndata: {}\n\n" + "data:\n\n" + stop("stop"), "a"),
                stream("lines of JSON without events", "{'choices':[{'delta':{'content':'a'}}]}\n{'choices':[{'delta':{},'finish_reason':'stop'}]}\n".replace('\'', '"'), "a"),
                stream("ids and retries", "id: 1\nretry: 500\n" + delta("'content':'a'") + "id: 2\n" + stop("stop"), "a"),
                stream("one event over two lines", "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"a\"}}]}\n\n" + stop("stop"), "a"),
                anthropic("thoughts before the text", "{'content':[{'type':'thinking','thinking':'hm','signature':'x'},{'type':'redacted_thinking','data':'x'},{'type':'text','text':'a'}],'stop_reason':'end_turn'}", "a"),
                anthropic("two texts", "{'content':[{'type':'text','text':'a'},{'type':'text','text':'b'}],'stop_reason':'stop_sequence'}", "ab"),
                anthropic("a call of a tool", "{'content':[{'type':'text','text':''},{'type':'tool_use','name':'fix','input':{'edits':[]}}],'stop_reason':'tool_use'}", "{\"edits\":[]}"),
                anthropic("nothing but null", "{'content':null,'stop_reason':'end_turn'}", "BAD_RESPONSE"),
                anthropic("a refusal", "{'content':[],'stop_reason':'refusal'}", "REFUSED_BY_MODEL"),
                anthropic("no room left", "{'content':[{'type':'text','text':'a'}],'stop_reason':'model_context_window_exceeded'}", "CUT a"),
                anthropic("an error with status 200", "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}", "verload"));
    }

    private static Answer chat(String what, String body, String expected) {
        return new Answer(what, Provider.COMPATIBLE, false, body.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "\\\""), expected);
    }

    private static Answer stream(String what, String body, String expected) {
        return new Answer(what, Provider.COMPATIBLE, true, body, expected);
    }

    private static Answer anthropic(String what, String body, String expected) {
        return new Answer(what, Provider.ANTHROPIC, false, body.replace('\'', '"'), expected);
    }

    private static String message(String fields, String reason) {
        return "{'choices':[{'finish_reason':'" + reason + "','message':{'role':'assistant'," + fields + "}}]}";
    }

    private static String delta(String fields) {
        return event("{'choices':[{'index':0,'delta':{" + fields + "},'finish_reason':null}]}");
    }

    private static String stop(String reason) {
        return event("{'choices':[{'index':0,'delta':{},'finish_reason':'" + reason + "'}]}");
    }

    private static String event(String json) {
        return "data: " + json.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "\\\"") + "\n\n";
    }

    @ParameterizedTest
    @MethodSource("answers")
    void itsTextArrivesOrItsFaultIsNamed(Answer answer) throws Exception {
        try (ModelServer server = new ModelServer(answer.provider(), answer.streaming())) {
            for (int i = 0; i < 4; i++) {
                server.then(new MockResponse.Builder().addHeader("Content-Type", answer.streaming() ? "text/event-stream" : "application/json").body(answer.body()));
            }
            String got;
            try {
                var reply = client(new Way(answer.provider(), answer.streaming()), server).complete(PROMPT, CallLimits.DEFAULT, ReplyListener.NONE, Cancellation.none());
                got = (reply.end() == ModelReply.End.CUT_AT_LIMIT ? "CUT " : "") + reply.text();
                assertThat(got).isEqualTo(answer.expected());
            } catch (ModelFailure failure) {
                assertThat(failure.kind() + " " + failure.message()).contains(answer.expected());
            }
        }
    }
}
