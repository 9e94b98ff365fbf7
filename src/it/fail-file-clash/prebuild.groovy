import java.security.MessageDigest
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// Two wheels with one file of different content.
def wheels = new File(basedir, 'wheels')
wheels.mkdirs()
for (name in ['cart', 'shop']) {
    def information = "${name}-1.0.dist-info"
    def files = ['money.py': "OWNER = '$name'\n", ("$information/WHEEL".toString()): 'Wheel-Version: 1.0\nTag: py3-none-any\n',
                 ("$information/METADATA".toString()): "Metadata-Version: 2.1\nName: $name\nVersion: 1.0\n"]
    def record = files.collect { path, text ->
        def hash = MessageDigest.getInstance('SHA-256').digest(text.toString().bytes)
        "$path,sha256=${Base64.urlEncoder.withoutPadding().encodeToString(hash)},${text.size()}\n"
    }
    files["$information/RECORD".toString()] = record.join('') + "$information/RECORD,,\n"
    new ZipOutputStream(new FileOutputStream(new File(wheels, "${name}-1.0-py3-none-any.whl"))).withCloseable { zip ->
        files.each { path, text ->
            zip.putNextEntry(new ZipEntry(path))
            zip.write(text.toString().bytes)
        }
    }
}
return true
