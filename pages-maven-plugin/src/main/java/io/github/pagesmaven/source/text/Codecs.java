package io.github.pagesmaven.source.text;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Java calls the codecs that Python knows (Python's Lib/encodings/aliases.py). */
public final class Codecs {
    private static final Map<String, String> JAVA_NAMES = new HashMap<>();

    static {
        put("US-ASCII", "ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 cp367 csascii ibm367 iso646_us us us_ascii");
        put("UTF-8", "utf8 utf_8 u8 utf utf8_ucs2 utf8_ucs4 cp65001");
        put("ISO-8859-1", "latin latin1 latin_1 l1 8859 cp819 iso8859 iso8859_1 iso_8859_1 csisolatin1 ibm819");
        put("ISO-8859-1", "iso_8859_1_1987 iso_ir_100");
        put("ISO-8859-2", "latin2 l2 iso8859_2 iso_8859_2 csisolatin2");
        put("ISO-8859-3", "latin3 l3 iso8859_3 iso_8859_3 csisolatin3");
        put("ISO-8859-4", "latin4 l4 iso8859_4 iso_8859_4 csisolatin4");
        put("ISO-8859-5", "cyrillic iso8859_5 iso_8859_5 csisolatincyrillic");
        put("ISO-8859-6", "arabic iso8859_6 iso_8859_6 asmo_708 ecma_114");
        put("ISO-8859-7", "greek greek8 iso8859_7 iso_8859_7 ecma_118 elot_928");
        put("ISO-8859-8", "hebrew iso8859_8 iso_8859_8 csisolatinhebrew");
        put("ISO-8859-9", "latin5 l5 iso8859_9 iso_8859_9 csisolatin5");
        put("ISO-8859-13", "latin7 l7 iso8859_13 iso_8859_13");
        put("ISO-8859-15", "latin9 l9 iso8859_15 iso_8859_15");
        put("ISO-8859-16", "latin10 l10 iso8859_16 iso_8859_16");
        put("windows-1250", "cp1250 1250 windows_1250");
        put("windows-1251", "cp1251 1251 windows_1251");
        put("windows-1252", "cp1252 1252 windows_1252");
        put("windows-1253", "cp1253 1253 windows_1253");
        put("windows-1254", "cp1254 1254 windows_1254");
        put("windows-1255", "cp1255 1255 windows_1255");
        put("windows-1256", "cp1256 1256 windows_1256");
        put("windows-1257", "cp1257 1257 windows_1257");
        put("windows-1258", "cp1258 1258 windows_1258");
        put("KOI8-R", "koi8_r cskoi8r");
        put("KOI8-U", "koi8_u");
        put("GBK", "gbk 936 cp936 ms936");
        put("GB2312", "gb2312 chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58");
        put("GB18030", "gb18030 gb18030_2000");
        put("Big5", "big5 big5_tw csbig5");
        put("Big5-HKSCS", "big5hkscs big5_hkscs hkscs");
        put("x-windows-950", "cp950 950 ms950");
        put("EUC-JP", "euc_jp eucjp ujis u_jis");
        put("Shift_JIS", "shift_jis shiftjis sjis s_jis csshiftjis");
        put("windows-31j", "cp932 932 ms932 mskanji ms_kanji windows_31j");
        put("ISO-2022-JP", "iso2022_jp csiso2022jp iso2022jp iso_2022_jp");
        put("ISO-2022-KR", "iso2022_kr csiso2022kr iso2022kr iso_2022_kr");
        put("EUC-KR", "euc_kr euckr korean ksc5601 ks_c_5601 ks_c_5601_1987 ksx1001 ks_x_1001");
        put("x-windows-949", "cp949 949 ms949 uhc");
        put("x-Johab", "johab cp1361 ms1361");
        put("TIS-620", "tis620 tis_620 tis_620_0 tis_620_2529_0 tis_620_2529_1 iso_ir_166");
        put("x-MacRoman", "mac_roman macintosh macroman");
        put("x-MacCyrillic", "mac_cyrillic maccyrillic");
        for (String page : "437 850 852 855 857 858 862 863 864 865 866 869".split(" ", -1)) {
            put("IBM" + (page.equals("858") ? "00858" : page), "cp" + page + " " + page + " ibm" + page);
        }
    }

    private Codecs() {}

    private static void put(String java, String pythonNames) {
        for (String name : pythonNames.split(" ", -1)) {
            JAVA_NAMES.put(name, java);
        }
    }

    /** The charset that a PEP 263 cookie names, or nothing when it is unknown here. */
    public static Optional<Charset> find(String cookie) {
        String name = cookie.toLowerCase(Locale.ROOT).replaceAll("[-. ]+", "_");
        if (name.equals("utf_8_sig") || name.startsWith("utf_8_")) {
            name = "utf_8";
        }
        if (name.startsWith("latin_1_") || name.startsWith("iso_8859_1_") || name.startsWith("iso_latin_1")) {
            name = "latin_1";
        }
        return Optional.ofNullable(JAVA_NAMES.get(name))
                .filter(Charset::isSupported)
                .map(Charset::forName);
    }
}
