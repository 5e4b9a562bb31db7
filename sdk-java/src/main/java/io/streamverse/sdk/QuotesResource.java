package io.streamverse.sdk;

import io.streamverse.sdk.model.CreateQuote;
import io.streamverse.sdk.model.Quote;

/** What something would cost, before it is done. */
public final class QuotesResource {
    private final Transport transport;

    QuotesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Asks what a quantity would cost now. The quote can be passed on, and is then a cap.
     *
     * @param quantity meter and quantity
     * @return price and effect on the quota
     * @throws ValidationException if the meter is not sold
     */
    public Quote create(CreateQuote quantity) {
        return create(quantity, RequestOptions.none());
    }

    /**
     * Asks what a quantity would cost now. The quote can be passed on, and is then a cap.
     *
     * @param quantity meter and quantity
     * @param options what this call does otherwise than the client
     * @return price and effect on the quota
     * @throws ValidationException if the meter is not sold
     */
    @Operation("createQuote")
    public Quote create(CreateQuote quantity, RequestOptions options) {
        return transport.call(Call.post("/v1/quotes", quantity), options, Quote.class);
    }

    /**
     * Reads a quote as it was made.
     *
     * @param id the quote, such as {@code quo_…}
     * @return the quote
     * @throws NotFoundException if there is no such quote
     */
    public Quote get(String id) {
        return get(id, RequestOptions.none());
    }

    /**
     * Reads a quote as it was made.
     *
     * @param id the quote, such as {@code quo_…}
     * @param options what this call does otherwise than the client
     * @return the quote
     * @throws NotFoundException if there is no such quote
     */
    @Operation("getQuote")
    public Quote get(String id, RequestOptions options) {
        return transport.call(Call.get(Call.path("/v1/quotes/{}", id)), options, Quote.class);
    }
}
