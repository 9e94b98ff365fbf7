package io.github.pagesmaven.run.front;

import io.github.pagesmaven.platform.Limits;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Locale;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** The platform's limit on request bodies: told, or enforced with 413; bodies without a length are counted. */
final class BodyLimit implements HttpHandler {
    private final LimitMode mode;
    private final HttpHandler next;

    BodyLimit(LimitMode mode, HttpHandler next) {
        this.mode = mode;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        long declared = exchange.getRequestContentLength();
        if (declared > Limits.REQUEST_BODY) {
            Trace.of(exchange)
                    .note(megabytes(declared) + " body, the platform takes " + megabytes(Limits.REQUEST_BODY));
            if (mode == LimitMode.ENFORCE) {
                Trace.of(exchange).answered("body limit");
                refuse(exchange);
                return;
            }
        } else if (declared < 0 && !exchange.isRequestComplete()) {
            exchange.addRequestWrapper((factory, wrapped) -> new Counter(factory.create(), wrapped));
        }
        next.handleRequest(exchange);
    }

    private static void refuse(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        Answers.send(
                exchange,
                413,
                "The body is too large",
                "The platform takes request bodies of " + megabytes(Limits.REQUEST_BODY) + " at most.",
                List.of());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }

    private final class Counter extends AbstractStreamSourceConduit<StreamSourceConduit> {
        private final HttpServerExchange exchange;
        private long count;

        Counter(StreamSourceConduit conduit, HttpServerExchange exchange) {
            super(conduit);
            this.exchange = exchange;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return (int) count(super.read(target));
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
            return count(super.read(targets, offset, length));
        }

        @Override
        public long transferTo(long position, long length, FileChannel target) throws IOException {
            return count(super.transferTo(position, length, target));
        }

        @Override
        public long transferTo(long length, ByteBuffer through, StreamSinkChannel target) throws IOException {
            return count(super.transferTo(length, through, target));
        }

        private long count(long read) throws IOException {
            long before = count;
            count += Math.max(0, read);
            if (before <= Limits.REQUEST_BODY && count > Limits.REQUEST_BODY) {
                Trace.of(exchange).note("body beyond " + megabytes(Limits.REQUEST_BODY) + ", the platform's limit");
                if (mode == LimitMode.ENFORCE) {
                    throw new RequestTooBigException("body limit");
                }
            }
            return read;
        }
    }
}
