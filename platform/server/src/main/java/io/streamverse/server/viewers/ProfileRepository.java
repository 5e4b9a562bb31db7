package io.streamverse.server.viewers;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProfileRepository extends GenericRepository<Profile, String> {
    Profile save(Profile profile);

    Profile update(Profile profile);

    void deleteById(String id);

    Optional<Profile> findByIdAndViewerId(String id, String viewerId);

    /// The first one made first.
    List<Profile> findByViewerIdOrderById(String viewerId);

    @Query("UPDATE viewer_profile SET pin_hash = NULL, version = version + 1 WHERE viewer_id = :viewerId")
    void removePins(String viewerId);

    /// Whoever counts a viewer's profiles is alone until the transaction ends.
    @Query("SELECT 1 FROM viewer WHERE id = :viewerId FOR UPDATE")
    Optional<Integer> beAlone(String viewerId);
}
