package io.streamverse.testkit.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A migration that was committed has run somewhere; whoever changes it breaks that installation.
@Tag("check")
class MigrationsTest {
    /// Up to this commit no installation kept any data.
    private static final String FIRST_KEPT = "16c9d7bd27";

    private static final String FILE = "server/src/main/resources/db/tenant/V1__titles.sql";

    @TempDir
    Path folder;

    @BeforeEach
    void needsGit() {
        assumeTrue(new Git(folder).run("init", "-q").exit() == 0, "There is no git here to ask for the history");
    }

    @Test
    void committedMigrationsStayAsTheyAre() {
        var git = new Git(Path.of("../.."));
        assumeTrue(git.isHere(), "This is no git checkout, so there is no history to compare with");

        assertThat(git.changedMigrations(FIRST_KEPT))
                .as("migrations changed after their commit: undo that and write a new one, make migration")
                .isEmpty();
    }

    @Test
    void aNewMigrationIsWelcome() throws IOException {
        var git = repositoryWith("create table title ();");

        assertThat(git.changedMigrations("unknown")).isEmpty();
    }

    @Test
    void aChangeIsSeenBeforeItsCommit() throws IOException {
        var git = repositoryWith("create table title ();");
        Files.writeString(folder.resolve(FILE), "create table film ();");

        assertThat(git.changedMigrations("unknown")).containsExactly(FILE);
    }

    @Test
    void aCommittedChangeIsSeenUnlessNobodyKeptData() throws IOException {
        var git = repositoryWith("create table title ();");
        write("create table film ();");
        commit(git);

        assertThat(git.changedMigrations("unknown")).containsExactly(FILE);
        assertThat(git.changedMigrations("HEAD")).isEmpty();
    }

    @Test
    void aMovedMigrationIsAMissingOne() throws IOException {
        var git = repositoryWith("create table title ();");
        Files.move(folder.resolve(FILE), folder.resolve(FILE.replace("V1", "V2")));
        commit(git);

        assertThat(git.changedMigrations("unknown")).containsExactly(FILE);
    }

    private Git repositoryWith(String sql) throws IOException {
        var git = new Git(folder);
        write(sql);
        commit(git);
        return git;
    }

    private void write(String sql) throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        Files.writeString(folder.resolve(FILE), sql);
    }

    private static void commit(Git git) {
        git.run("add", "-A");
        git.run(
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@localhost",
                "-c",
                "commit.gpgsign=false",
                "commit",
                "-qm",
                "sql");
    }
}
