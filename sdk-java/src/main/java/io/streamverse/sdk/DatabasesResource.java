package io.streamverse.sdk;

import io.streamverse.sdk.model.Database;
import io.streamverse.sdk.model.Move;
import io.streamverse.sdk.model.MoveTenant;

/** The databases that hold tenants' schemas, how full they are, and tenants' moves between them. */
public final class DatabasesResource {
    private final Transport transport;

    DatabasesResource(Transport transport) {
        this.transport = transport;
    }

    /**
     * Lists the databases, the first one first.
     *
     * @return all of them
     */
    public Page<Database> list() {
        return list(RequestOptions.none());
    }

    /**
     * Lists the databases, the first one first.
     *
     * @param options what this call does otherwise than the client
     * @return all of them
     */
    @Operation("listDatabases")
    public Page<Database> list(RequestOptions options) {
        return transport.page("/operator/v1/databases", ListParams.all(), options, Database.class);
    }

    /**
     * Moves a tenant into another database. Returns when the move is accepted; {@link #moves(String)} tells how it goes.
     * Its writes wait while its rows are copied.
     *
     * @param tenantId the tenant, such as {@code ten_…}
     * @param move where to
     * @return the move
     * @throws ConflictException if it is there, is being moved already, or the database has no room
     * @throws NotFoundException if there is no such tenant
     */
    public Move move(String tenantId, MoveTenant move) {
        return move(tenantId, move, RequestOptions.none());
    }

    /**
     * Moves a tenant into another database. Returns when the move is accepted; {@link #moves(String)} tells how it goes.
     * Its writes wait while its rows are copied.
     *
     * @param tenantId the tenant, such as {@code ten_…}
     * @param move where to
     * @param options what this call does otherwise than the client
     * @return the move
     * @throws ConflictException if it is there, is being moved already, or the database has no room
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("moveTenant")
    public Move move(String tenantId, MoveTenant move, RequestOptions options) {
        return transport.call(
                Call.post(Call.path("/operator/v1/tenants/{}/moves", tenantId), move), options, Move.class);
    }

    /**
     * Lists a tenant's moves, newest first.
     *
     * @param tenantId the tenant, such as {@code ten_…}
     * @return the last hundred, as one page
     * @throws NotFoundException if there is no such tenant
     */
    public Page<Move> moves(String tenantId) {
        return moves(tenantId, RequestOptions.none());
    }

    /**
     * Lists a tenant's moves, newest first.
     *
     * @param tenantId the tenant, such as {@code ten_…}
     * @param options what this call does otherwise than the client
     * @return the last hundred, as one page
     * @throws NotFoundException if there is no such tenant
     */
    @Operation("listMoves")
    public Page<Move> moves(String tenantId, RequestOptions options) {
        return transport.page(
                Call.path("/operator/v1/tenants/{}/moves", tenantId), ListParams.all(), options, Move.class);
    }
}
