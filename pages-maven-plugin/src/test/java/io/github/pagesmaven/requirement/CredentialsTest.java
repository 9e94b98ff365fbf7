package io.github.pagesmaven.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void urlsLoseUserPasswordAndQueryWhereverTheyStand() {
        assertEquals("https://example.org/simple", Credentials.strip("https://user:pa$$@w:rd@example.org/simple"));
        assertEquals(
                "ERROR: https://example.org/x.whl#egg=x and git+ssh://host/y",
                Credentials.strip("ERROR: https://tok@example.org/x.whl?sig=a&b#egg=x and git+ssh://git@host/y"));
        assertEquals("https://${HOST}/x", Credentials.strip("https://u:${TOKEN}@${HOST}/x"));
        assertEquals("a @ b, me@example.org", Credentials.strip("a @ b, me@example.org"));
    }
}
