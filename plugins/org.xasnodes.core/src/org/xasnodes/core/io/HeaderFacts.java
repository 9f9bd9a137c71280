package org.xasnodes.core.io;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a header says of the sample and the monochromator.
 *
 * @param name of the sample, <code>null</code> if unknown
 * @param element the absorbing element's symbol, <code>null</code> if unknown
 * @param edge <code>null</code> if unknown
 * @param e0Ev the edge's energy in eV, NaN if unknown
 * @param dSpacingAngstrom of the monochromator's planes, NaN if unknown
 * @param energyUnit the line that says that energies are in keV, <code>null</code> if none does
 * @param pixels whether the abscissa is a detector's pixels
 */
record HeaderFacts(String name, String element, String edge, double e0Ev, double dSpacingAngstrom, String energyUnit,
    boolean pixels) {

    static final HeaderFacts NONE = new HeaderFacts(null, null, null, Double.NaN, Double.NaN, null, false);

    private static final Set<String> SYMBOLS = Set.of(("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr "
        + "Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd "
        + "Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm "
        + "Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og").split(" "));

    private static final Pattern EDGE_NAME = Pattern.compile("K|L[123]?|L2,3|L23|M[1-5]?|N[1-7]?|O[1-7]?|P[1-7]?");

    private static final Pattern ELEMENT =
        Pattern.compile(
        "(?i:^[\\s#;!%*.]*(?:element(?:\\.symbol)?|atom|absorb(?:er|ing element))\\s*[:=]\\s*)"
            + "([A-Z][a-z]?)\\b(?![.\\d(])");

    private static final Pattern EDGE =
        Pattern.compile("(?i:(?<![a-z_])(?:element\\.)?edge\\s*[:=]\\s*)(?:[A-Z][a-z]?[- ])?([KLM][1-5]?)\\b");

    private static final Pattern SPECTRUM_OF = Pattern.compile("\\b([A-Z][a-z]?)[ -]([KLM][1-5]?)[- ](?:edge|XANES)");

    private static final Pattern E0 =
        Pattern.compile("(?i:(?<![a-z_])(?:E0|edge_energy|exafs_edge_energy)\\s*[:= ]\\s*)(\\d+\\.?\\d*)\\s*(keV)?");

    private static final Pattern SPACING = Pattern.compile(
        "(?i:(?:d[_ -]?spacing|lattice[_ ]spacing)[^\\d\\n]{0,20}|\\bD\\s*=\\s*)(\\d+\\.\\d+)");

    private static final Pattern NAME = Pattern.compile("(?i:^[\\s#;!%*:]*(?:sample )?name\\s*:)\\s*(\\S.*)");

    private static final Pattern ENERGY_IN_KEV =
        Pattern.compile("(?i)(?<![a-z])energy(?:[ _]*units?)?[ :=(\\[/,_]*(?:in )?kev(?![a-z])");

    private static final int MOST_LINES = 1000;

    private static final int LONGEST_LINE = 300;

    static boolean isElement(final String symbol) {
        return SYMBOLS.contains(symbol);
    }

    static boolean isEdge(final String edge) {
        return EDGE_NAME.matcher(edge).matches();
    }

    /** @return what the lines say; the first that says something counts */
    static HeaderFacts of(final List<String> lines) {
        var facts = NONE;
        for (final var line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            if (line.length() <= LONGEST_LINE) {
                facts = facts.with(line, line.toLowerCase(Locale.ROOT));
            }
        }
        return facts;
    }

    /** Looks for words first, because a regular expression takes longer. */
    private HeaderFacts with(final String line, final String lower) {
        final boolean edges = lower.contains("edge");
        final var known = edge == null && edges ? group(SPECTRUM_OF, line, 1) : null;
        final boolean both = known != null && isElement(known) && element == null;
        final var foundElement = both ? known : element != null || !lower.contains("element") && !lower.contains("atom")
            && !lower.contains("absorber") ? element : checked(group(ELEMENT, line, 1));
        final var foundEdge = both ? group(SPECTRUM_OF, line, 2)
            : edge != null || !edges ? edge : group(EDGE, line, 1);
        return new HeaderFacts(name == null && lower.contains("name") ? group(NAME, line, 1) : name, foundElement,
            foundEdge, Double.isNaN(e0Ev) && (lower.contains("e0") || lower.contains("edge_energy")) ? e0(line) : e0Ev,
            Double.isNaN(dSpacingAngstrom) && (lower.contains("spacing") || line.contains("D="))
                ? number(group(SPACING, line, 1)) : dSpacingAngstrom,
            energyUnit == null && lower.contains("kev") && ENERGY_IN_KEV.matcher(line).find() ? line : energyUnit,
            pixels || lower.contains("from pixel") || lower.contains("pixel number"));
    }

    /** @return these facts, and the other's where these say nothing */
    HeaderFacts orElse(final HeaderFacts other) {
        return new HeaderFacts(name == null ? other.name : name, element == null ? other.element : element,
            edge == null ? other.edge : edge, Double.isNaN(e0Ev) ? other.e0Ev : e0Ev,
            Double.isNaN(dSpacingAngstrom) ? other.dSpacingAngstrom : dSpacingAngstrom,
            energyUnit == null ? other.energyUnit : energyUnit, pixels || other.pixels);
    }

    private static String checked(final String symbol) {
        return symbol != null && isElement(symbol) ? symbol : null;
    }

    private static double e0(final String line) {
        final Matcher matcher = E0.matcher(line);
        return matcher.find() ? number(matcher.group(1)) * (matcher.group(2) == null ? 1 : 1000) : Double.NaN;
    }

    private static double number(final String text) {
        return text == null ? Double.NaN : NumberParser.parse(text);
    }

    private static String group(final Pattern pattern, final String line, final int group) {
        final Matcher matcher = pattern.matcher(line);
        return matcher.find() ? matcher.group(group).strip() : null;
    }

    /** @return E0, in eV, if the energies go across it (some programs write it in keV); NaN otherwise */
    double e0Within(final double firstEv, final double lastEv) {
        final double ev = e0Ev < firstEv && e0Ev * 1000 >= firstEv ? e0Ev * 1000 : e0Ev;
        return ev >= firstEv && ev <= lastEv ? ev : Double.NaN;
    }
}
