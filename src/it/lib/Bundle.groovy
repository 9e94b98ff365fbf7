import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.zip.ZipFile

/** An unpacked zip and the server in it: what a verify script asks over HTTP. */
class Bundle implements Closeable {
    static final String API = '.edgeone/cloud-functions/api-python'

    final Path directory
    private Process server
    private int port

    private Bundle(Path directory) {
        this.directory = directory
    }

    /** Runs checks against the artifact of a project, unpacked and served elsewhere. */
    static boolean check(File basedir, String artifactId, String python, Closure checks) {
        of(basedir, artifactId, python).withCloseable(checks)
        return true
    }

    /** Unpacks the artifact into a new folder. */
    private static Bundle of(File basedir, String artifactId, String python) {
        def zip = new File(basedir, "target/${artifactId}-1.zip")
        assert zip.isFile()
        Path folder = Files.createTempDirectory('pages-it')
        new ZipFile(zip).withCloseable { file ->
            file.entries().each { entry ->
                Path to = folder.resolve(entry.name).normalize()
                assert to.startsWith(folder)
                Files.createDirectories(to.parent)
                file.getInputStream(entry).withCloseable { Files.copy(it, to) }
            }
        }
        def bundle = new Bundle(folder.resolve(artifactId).resolve(API))
        bundle.start(python, folder)
        return bundle
    }

    /** A virtual environment without pip: nothing but the standard library can come from the interpreter. */
    private void start(String python, Path folder) {
        run([interpreter(python), '-m', 'venv', '--without-pip', "$folder/venv"])
        def bin = Files.exists(folder.resolve('venv/bin')) ? 'venv/bin/python' : 'venv/Scripts/python.exe'
        port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        def builder = new ProcessBuilder([folder.resolve(bin).toString(), 'app.py'])
        builder.directory(directory.toFile()).redirectErrorStream(true)
        builder.redirectOutput(directory.resolve('../server.log').normalize().toFile())
        builder.environment().putAll([PORT: "$port".toString()])
        builder.environment().remove('PYTHONPATH')
        server = builder.start()
        waitUntilItAnswers()
    }

    private static void run(List<String> command) {
        def process = new ProcessBuilder(command*.toString()).redirectErrorStream(true).start()
        def text = process.inputStream.text
        assert process.waitFor() == 0: text
    }

    /** Runs Python in a folder; returns what it printed, and fails when it fails. */
    static String python(String version, File folder, Map environment, List arguments) {
        def builder = new ProcessBuilder([interpreter(version), *arguments]*.toString())
        builder.directory(folder).redirectErrorStream(true)
        environment.each { name, value -> builder.environment().put(name, value.toString()) }
        def process = builder.start()
        def text = process.inputStream.text
        assert process.waitFor() == 0: text
        return text
    }

    private static String interpreter(String version) {
        for (name in ["python$version", 'python3', 'python']) {
            try {
                def process = new ProcessBuilder([name.toString(), '-c', 'import sys; print(sys.executable)']).start()
                def text = process.inputStream.text.trim()
                if (process.waitFor() == 0) {
                    return text
                }
            } catch (IOException ignored) {
                // The next name.
            }
        }
        throw new IllegalStateException("no Python $version")
    }

    private void waitUntilItAnswers() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (System.nanoTime() < end) {
            assert server.alive: log()
            try {
                new Socket(InetAddress.loopbackAddress, port).close()
                return
            } catch (IOException ignored) {
                Thread.sleep(30)
            }
        }
        throw new IllegalStateException("the server did not start: ${log()}")
    }

    String log() {
        directory.resolve('../server.log').normalize().toFile().text
    }

    /** GET, without following redirects: status, headers (lower-case names, lists of values), body. */
    Map get(String path, Map headers = [:]) {
        send('GET', path, null, headers)
    }

    /** Any method, over a plain socket: nothing on this side changes the path or joins headers. */
    Map send(String method, String path, String body = null, Map headers = [:]) {
        new Socket(InetAddress.loopbackAddress, port).withCloseable { socket ->
            socket.soTimeout = 60_000
            byte[] bytes = (body ?: '').getBytes('UTF-8')
            def head = ["$method $path HTTP/1.1", "Host: localhost:$port", 'Connection: close']
            headers.each { name, value -> head << "$name: $value" }
            if (body != null) {
                head << "Content-Length: ${bytes.length}"
            }
            socket.outputStream.write((head.join('\r\n') + '\r\n\r\n').getBytes('ISO-8859-1'))
            socket.outputStream.write(bytes)
            socket.outputStream.flush()
            return parse(socket.inputStream.bytes)
        }
    }

    private static Map parse(byte[] answer) {
        String text = new String(answer, 'ISO-8859-1')
        int end = text.indexOf('\r\n\r\n')
        assert end > 0: "no answer: $text"
        def lines = text.substring(0, end).split('\r\n')
        def headers = [:].withDefault { [] }
        lines.drop(1).each { line ->
            int colon = line.indexOf(':')
            headers[line.substring(0, colon).toLowerCase()] << line.substring(colon + 1).trim()
        }
        String body = text.substring(end + 4)
        if (headers['transfer-encoding'].contains('chunked')) {
            body = unchunked(body)
        }
        return [status: lines[0].split(' ')[1].toInteger(), headers: headers,
                body: new String(body.getBytes('ISO-8859-1'), 'UTF-8')]
    }

    private static String unchunked(String body) {
        def text = new StringBuilder()
        int at = 0
        while (true) {
            int line = body.indexOf('\r\n', at)
            int size = Integer.parseInt(body.substring(at, line).split(';')[0].trim(), 16)
            if (size == 0) {
                return text.toString()
            }
            text << body.substring(line + 2, line + 2 + size)
            at = line + 2 + size + 2
        }
    }

    @Override
    void close() {
        server?.destroy()
        if (server != null && !server.waitFor(15, TimeUnit.SECONDS)) {
            server.destroyForcibly()
            assert false: 'SIGTERM did not end the server'
        }
    }
}
