package io.streamverse.standalone;

/** Compiled for Java 8, so that an old JVM gets as far as being told that it is too old. */
public final class Launcher {
    private static final int NEEDED = 25;

    private Launcher() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        String version = System.getProperty("java.specification.version");
        if (Double.parseDouble(version) < NEEDED) {
            System.err.println("StreamVerse needs Java " + NEEDED + " and this is Java " + version + ": install a JDK "
                    + NEEDED + " (Temurin, say) and start with its java.");
            System.exit(1);
        }
        Class.forName("io.streamverse.standalone.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
