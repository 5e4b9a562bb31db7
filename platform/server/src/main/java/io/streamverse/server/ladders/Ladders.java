package io.streamverse.server.ladders;

import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.http.Cursor;
import io.streamverse.kernel.http.ETag;
import io.streamverse.kernel.http.Page;
import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.problem.Conflict;
import io.streamverse.kernel.problem.FieldError;
import io.streamverse.kernel.problem.NotFound;
import io.streamverse.kernel.problem.PreconditionFailed;
import io.streamverse.kernel.problem.Rejected;
import io.streamverse.media.ladder.Ladder;
import io.streamverse.media.ladder.LadderRules;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

@Singleton
public class Ladders {
    private final LadderRepository ladders;
    private final Ids ids;
    private final InstantSource clock;

    Ladders(LadderRepository ladders, Ids ids, InstantSource clock) {
        this.ladders = ladders;
        this.ids = ids;
        this.clock = clock;
    }

    /// As it is now; by its id, or by its name, as `h264`.
    public Optional<LadderVersion> find(String idOrName) {
        return BuiltIn.find(idOrName).or(() -> ladders.current(idOrName));
    }

    /// As it was; by its id also of a ladder that is gone.
    public Optional<LadderVersion> find(String idOrName, int version) {
        var builtIn = BuiltIn.find(idOrName);
        if (builtIn.isPresent()) {
            return builtIn.filter(it -> it.version() == version);
        }
        var id = Ids.isValid(LadderVersion.PREFIX, idOrName)
                ? Optional.of(idOrName)
                : ladders.current(idOrName).map(LadderVersion::id);
        return id.flatMap(it -> ladders.version(it, version));
    }

    LadderVersion get(String idOrName) {
        return find(idOrName).orElseThrow(() -> new NotFound("ladders.ladder.unknown", "ladder " + idOrName));
    }

    LadderVersion get(String idOrName, int version) {
        return find(idOrName, version)
                .orElseThrow(() ->
                        new NotFound("ladders.ladder.unknown", "ladder %s of version %d".formatted(idOrName, version)));
    }

    Page<LadderVersion> list(int limit, @Nullable String after, @Nullable String externalId) {
        var behind = Cursor.read(LadderVersion.PREFIX, after);
        var rows = new ArrayList<>(ladders.page(behind, externalId, limit + 1));
        if (externalId == null) {
            BuiltIn.ladders().stream()
                    .filter(it -> behind == null || it.id().compareTo(behind) < 0)
                    .forEach(rows::add);
        }
        return Page.of(rows.subList(0, Math.min(rows.size(), limit + 1)), limit, LadderVersion::id);
    }

    @Transactional
    public LadderVersion create(LadderPatch wanted) {
        ladders.beAlone();
        var ladder = LadderVersion.first(ids.next(LadderVersion.PREFIX), wanted, clock.instant());
        demandSound(ladder);
        ladders.add(ladder);
        return ladder;
    }

    @Transactional
    public LadderVersion change(String idOrName, @Nullable String ifMatch, UnaryOperator<LadderPatch> edit) {
        ladders.beAlone();
        var current = own(idOrName, ifMatch);
        var changed = current.next(edit.apply(LadderPatch.of(current)), clock.instant());
        demandSound(changed);
        retire(current);
        ladders.add(changed);
        return changed;
    }

    @Transactional
    public void remove(String idOrName) {
        retire(own(idOrName, null));
    }

    private LadderVersion own(String idOrName, @Nullable String ifMatch) {
        var current = get(idOrName);
        if (current.isBuiltIn()) {
            throw new Conflict(
                    "ladders.ladder.built-in", "Ladder %s is built in; make one like it".formatted(idOrName));
        }
        ETag.demand(ifMatch, current.version());
        return current;
    }

    private void retire(LadderVersion current) {
        if (ladders.retire(current.id(), current.version()) == 0) {
            throw new PreconditionFailed(
                    "http.version.outdated", "It was changed meanwhile; read it again and repeat your change");
        }
    }

    private void demandSound(LadderVersion ladder) {
        var errors = errors(ladder.rungs());
        if (!errors.isEmpty()) {
            throw new Rejected("http.request.invalid", "Some fields break a rule; see errors", errors);
        }
        if (BuiltIn.find(ladder.name()).isPresent() || ladders.nameTaken(ladder.name(), ladder.id())) {
            throw new Conflict("ladders.ladder.name-taken", "Another ladder is called " + ladder.name());
        }
        var externalId = ladder.externalId();
        if (externalId != null && ladders.externalIdTaken(externalId, ladder.id())) {
            throw new Conflict("ladders.ladder.external-id-taken", "Another ladder has the externalId " + externalId);
        }
    }

    private static List<FieldError> errors(Ladder rungs) {
        return LadderRules.check(rungs).stream()
                .map(fault -> new FieldError(fault.pointer(), fault.detail()))
                .toList();
    }
}
