package org.enlace.node.web;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/// How large a file is, as its reader writes it: `1.4 MB`, `1,4 Mo`.
public final class Sizes {
    private static final int STEP = 1024;

    private Sizes() {}

    public static String of(Locale reader, long bytes) {
        if (bytes < STEP) {
            return of(reader, (double) bytes, MeasureUnit.BYTE);
        }
        var kilo = (double) bytes / STEP;
        return kilo < STEP
                ? of(reader, Math.rint(kilo), MeasureUnit.KILOBYTE)
                : of(reader, kilo / STEP, MeasureUnit.MEGABYTE);
    }

    private static String of(Locale reader, double amount, MeasureUnit unit) {
        var locale = ULocale.forLocale(reader);
        var digits = NumberFormat.getInstance(locale);
        digits.setMaximumFractionDigits(1);
        return MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.SHORT, digits)
                .format(new Measure(amount, unit));
    }
}
