package io.github.pagesmaven.mojo;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints the route table. */
@Mojo(name = "routes", threadSafe = true)
public final class RoutesMojo extends AbstractMojo {
    @Override
    public void execute() {}
}
