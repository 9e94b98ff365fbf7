package io.github.pagesmaven.platform;

/** Where things stand in the archive that the platform takes as prebuilt; paths below its one top folder. */
public final class ArchiveLayout {
    /** The static front end. */
    public static final String ASSETS = ".edgeone/assets";

    /** The Python functions with all that they need. */
    public static final String FUNCTIONS = ".edgeone/cloud-functions/api-python";

    /** The platform's own configuration; beside {@code .edgeone} nothing else may stand. */
    public static final String EDGEONE_JSON = "edgeone.json";

    /** Name of the Python function server in the platform's tables. */
    public static final String SERVER_NAME = "api-python";

    private ArchiveLayout() {}
}
