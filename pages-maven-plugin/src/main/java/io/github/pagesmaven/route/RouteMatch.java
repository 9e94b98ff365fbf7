package io.github.pagesmaven.route;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route that matches a path.
 *
 * @param route the route
 * @param values what its parameters caught, in order of appearance
 * @param prefixLength how many segments of the path are the function's prefix
 */
record RouteMatch(Route route, List<String> values, int prefixLength) {
    RouteMatch {
        values = List.copyOf(values);
    }

    /** The values by name, in order of appearance. */
    Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        for (int index = 0; index < values.size(); index++) {
            params.put(route.params().get(index), values.get(index));
        }
        return params;
    }
}
