package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What a column holds, told by its label. The labels are those that beamlines and programs write; what none of them is
 * remains {@link #OTHER}.
 */
enum ColumnRole {

    /** Not measured at the sample: clocks, rates, dead times, detectors' own energies. */
    AUXILIARY("(?!.*drain).*(dead ?time|dtfactor|dtcorr(?!.*k[ab])|clock|real_?time|live_?time|ticks|counts_mca|_time|"
        + "outputcount|inputcount|gain|offset|\\boff\\b|\\bring\\b|ring_?current|beam ?current|temperature).*|"
        + "[io]cr\\W?.*|.*\\b[io]cr(_.*|\\d.*)?|i0(off|gain|norm)|i[12t](off|gain)|.*_dt|dt\\w?\\d?|current|"
        + "err(or)?s?|sigma|d(mu|y|i)|uncert.*|std_?(dev)?|.*[ _](err(or)?|stddev)|weights?|.*(preslit|shutter).*|"
        + ".*energy ?(loss|transfer|resolution).*|id[_ ].*|gap|.*[_ ]gap.*|.*undulator.*"),
    /** Absorption, ready for use. */
    MU("(x|d)?mu([ _]?(e|t|tot|01|0|x|trans\\w*|fluor\\w*|abs\\w*|norm\\w*))?|x?mu ?\\(.*\\)|mutr?ans.*|mufluo.*|"
        + "(avg|sum|mean)_mu\\w*|s\\d+_mufluor|mut|mux|mt|mue|mu_?step|ut|ux|[\u00b5\u03bc].*|"
        + "norm(ali[sz]ed)?( .*|_?(mu|abs|int|xmu|xanes|trans|fluo)\\w*)?|nor|flat(tened)?|"
        + "abs|abs(orption|orbance|orb)(?! ?coef).*|(ln|log)(10)? ?\\(? ?i_?[0o] ?/ ?(i|it|i_?1|i_?t|itrans) ?\\)?|"
        + "logi0(i1|it)|xanes.*|exafs|alpha"),
    /** Absorption of a reference foil behind the sample. */
    MU_REFERENCE("mu_?ref\\w*|(x?mu|abs)_?(12|23|r|ref\\w*)|(ln|log)(10)? ?\\(? ?(it|i_?1) ?/ ?(ir|i_?2|iref) ?\\)?|"
        + "refer(ence)? ?mu.*|xmur"),
    /** Energy of the photons. */
    ENERGY("(k?ev|e|en|ee|hv|nrg|hnu|e[ _]?k?ev|enk?ev|photon.*|.*energ.*|.*nrg|mono_?e|x?e_?mono|omega)"),
    /** Bragg angle of the monochromator. */
    ANGLE("(.*angle.*|.*theta.*|.*bragg.*|th|mono_?th|deg|degrees?|braggs?)"),
    /** The abscissa of chi(k), 1/angstrom. */
    WAVENUMBER("k|k ?[(\\[/].*|wave ?numbers?"),
    /** The abscissa of a radial distribution. */
    DISTANCE("r|r ?[(\\[/].*"),
    /** Time or a counter of points. */
    COUNTER("t|(.*[ _])?time([ _].*)?|epoch|sec(onds)?|s|index|\\W*index\\W*|point.*|pts?|pt_?no|n|no|nr|event.*|"
        + "scan.*|step.*|encoder.*|pixels?|channels?|row|#"),
    /** Intensity before the sample. */
    INCIDENT("i_?[0o]|i-?zero|io?00?|i_?0[ _\\-.:/].*|i0[a-z]\\w*|(?!.*(/|log|ln)).*[ _\\-.:]i_?[0o]|mon|monitor|i02|"
        + "incident.*|i_?in|i0_?eh\\d"),
    /** Intensity behind the sample. */
    TRANSMITTED("i_?t|i_?1|it\\d|itrans\\w*|trans|transm\\w*|i_?[t1][ _\\-.:/].*|"
        + "(?!.*(/|log|ln)).*[ _\\-.:]i_?(t|1|trans)|"
        + "i_?sample|it_?eh\\d|i1_?eh\\d"),
    /** Intensity behind the reference foil. */
    REFERENCE("i_?r|i_?[23]|i_?ref\\w*|irefer|i_?(ref|[23r])[ _\\-.:/].*|(?!.*(/|log|ln)).*[ _\\-.:]i_?(2|3|r|ref)|ref|"
        + "refer(ence)?"),
    /** Fluorescence, also of one element of a detector, and electron yield. */
    FLUORESCENCE("i?_?ff?\\d*|if(f|f?ch|slow|fast|luo\\w*)?_?\\d*|i_?f[ _\\-.:/].*|ifluor.*|i?fluo.*|fl[au]\\w*\\d*|"
        + "lytle.*|pips.*|vortex.*|(.*[^a-z])?[a-z]{1,2}_?(k|l)[abg]\\d?([ _].*)?|.*roi.*|"
        + "sca[ _.]?\\d.*|mca\\d*|ge\\d+|sdd.*|dxp.*|xmap.*|"
        + ".*(tfy|pfy|tey|fluo|fluor)|ify.*|pin|diode|islow\\d*|ifast\\d*|.*_sum|ket?ek.*|mcp.*|.*drain ?current.*|"
        + "(?!.*(/|log|ln)).*[ _\\-.:]i_?f"),
    /** One of several counters that bear nothing but numbers. */
    NUMBERED("(ion|ic|ion_?chamber|mcs|adc|det|c|ch|k|keithley|albaem|counter|i)[ _]*\\d+(_cps)?"),
    /** Something else, perhaps a sample's name. */
    OTHER(".*");

    /** The same labels stand in file after file. Only a shortcut: the result does not depend on it. */
    private static final Map<String, ColumnRole> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 5000;

    private static final int LONGEST = 100;

    /** Labels that say no more than "not the abscissa". */
    private static final Pattern WEAK_MU = Pattern.compile("(intensity|int|signal|y|ordinate|xas|cts).*");

    private static final Pattern UNIT = Pattern.compile("[ _]*[(\\[/ ][ ]*(k?ev|a\\.? ?u\\.?|arb.*|counts?|cps|"
        + "degree?s?|\u00b0|s|sec|seconds|na|ma|cts|volts?|v|eV\\s*\\|.*|-)[ ]*[)\\]]?$");

    private static final Pattern DECORATION = Pattern.compile("^\\d+[_)] ?|[ *:]+$|_c\\d+$|^[\"'#]+|[\"']+$");

    private static final Pattern TRAILING_NUMBER = Pattern.compile("[ _.\\-]?\\d+$");

    private final Pattern m_pattern;

    ColumnRole(final String pattern) {
        m_pattern = Pattern.compile(pattern);
    }

    /**
     * @param label may be <code>null</code>
     * @return what the column holds; OTHER if the label is missing
     */
    static ColumnRole of(final String label) {
        if (label == null || label.isBlank()) {
            return OTHER;
        }
        final var known = KNOWN.get(label);
        if (known != null) {
            return known;
        }
        final var plain = plain(label);
        final var found = Arrays.stream(values()).filter(role -> role.m_pattern.matcher(plain).matches()).findFirst()
            .orElse(OTHER);
        if (label.length() <= LONGEST && KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(label, found);
        }
        return found;
    }

    /** @return whether the label is one that stands for any ordinate: intensity, signal, y */
    static boolean isWeakMu(final String label) {
        return label != null && WEAK_MU.matcher(plain(label)).matches();
    }

    /** @return in lower case, without unit, quotes, and what programs put around labels */
    static String plain(final String label) {
        final var shortened = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
        final var text = DECORATION.matcher(shortened.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        final var plain = UNIT.matcher(text).replaceFirst("").strip();
        return plain.isEmpty() ? text : plain;
    }

    /** @return the label without the number of a detector's element */
    static String group(final String label) {
        return TRAILING_NUMBER.matcher(plain(label)).replaceFirst("");
    }

    /** @return the roles of the labels */
    static List<ColumnRole> of(final List<String> labels) {
        return labels.stream().map(ColumnRole::of).toList();
    }
}
