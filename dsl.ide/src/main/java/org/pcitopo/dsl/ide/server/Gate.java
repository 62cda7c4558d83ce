package org.pcitopo.dsl.ide.server;

import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Lets in what an editor may send at that moment: first {@code initialize}, once, and after {@code shutdown} nothing but {@code exit}.
 * Other requests are answered with an error, other notifications are dropped, as the protocol has it (Lifecycle Messages).
 */
final class Gate implements MessageConsumer {

    private final MessageConsumer server;
    private boolean begun;
    private boolean ended;

    /** @param server takes what is let in; called by one thread at a time, as this is */
    Gate(MessageConsumer server) {
        this.server = server;
    }

    @Override
    public void consume(Message message) {
        if (message instanceof RequestMessage request) {
            check(request);
            begun = true;
            ended |= request.getMethod().equals("shutdown");
        }
        boolean dropped = message instanceof NotificationMessage notification && (!begun || ended) && !notification.getMethod().equals("exit");
        if (!dropped) {
            server.consume(message);
        }
    }

    private void check(RequestMessage request) {
        if (ended) {
            throw refusal(request, "the session has been shut down", ResponseErrorCode.InvalidRequest);
        }
        boolean first = request.getMethod().equals("initialize");
        if (begun && first) {
            throw refusal(request, "the session has begun already", ResponseErrorCode.InvalidRequest);
        }
        if (!begun && !first) {
            throw refusal(request, "the session has not begun: send initialize first", ResponseErrorCode.ServerNotInitialized);
        }
    }

    private static MessageIssueException refusal(RequestMessage request, String why, ResponseErrorCode code) {
        return new MessageIssueException(request, new MessageIssue(why, code.getValue()));
    }
}
