package org.xasnodes.core.io;

/** Symbols of the chemical elements. */
final class ChemicalElement {

    private static final String[] SYMBOLS = ("H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni "
        + "Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb "
        + "Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf").split(" ");

    private ChemicalElement() {
    }

    /**
     * @param number the atomic number, in digits
     * @return the symbol, <code>null</code> if there is no such element
     */
    static String symbol(final String number) {
        final double z = NumberParser.parse(number);
        return z >= 1 && z <= SYMBOLS.length && z == Math.rint(z) ? SYMBOLS[(int)z - 1] : null;
    }
}
