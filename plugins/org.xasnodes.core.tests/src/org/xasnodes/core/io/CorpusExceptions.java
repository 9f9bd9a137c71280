package org.xasnodes.core.io;

import java.util.HashMap;
import java.util.Map;

/**
 * Where a collected file is rightly read otherwise than the list says, which was made by counting rows of numbers, and
 * which files are no spectra and must be refused. Each with the reason.
 */
final class CorpusExceptions {

    /**
     * What is right for one file; what is not stated (-1, NaN) is as the list says.
     *
     * @param refusal part of the message that refuses the file, <code>null</code> if it is to be read
     * @param why the list is not to be followed
     */
    record Right(int spectra, int points, double firstEv, double lastEv, String refusal, String why) {
    }

    private static final Map<String, Right> ALL = new HashMap<>();

    static {
        spectra("athena-prj/MoO3-tutorial.prj", 4, "one of 5 groups is chi(k)");
        spectra("nexus-hdf5/nxxas_generic.h5", 10, "ten entries with a spectrum each; the list counts files");
        range("theory/fdmnes/larch_FDMNES_2022_Mo2C_out.dat", 19975, 20119.8, "absolute: the file states the edge");
        range("theory/fdmnes/chemgraph_run_1_2.txt", 4946, 5016, "absolute: the file states the edge");
        refused("theory/feff-other/feff0001.dat", "scattering path", "a path file of FEFF");
        refused("nexus-hdf5/orange_small_diamond_nxs.nxs", "images", "a stack of images");
        refused("nexus-hdf5/orange_hermes_small_OK.hdf5", "images", "a stack of images");
        refused("xdi/spec-good/nonxafs_negvalues.xdi", "holds no absorption spectrum", "no X-ray absorption");
        refused("xdi/beamline/AustralianSynchrotron_MEX1_40747_processed.xdi", "measured at one energy",
            "a scan of time at a fixed energy");
        refused("xdi/beamline/AustralianSynchrotron_MEX2_13366_processed.xdi", "was broken off",
            "one row was measured");
        spectra("xdi/beamline/demeter_multicolumn_FeLibNov2021.nor", 11, "one spectrum per column");
        spectra("csv-2col/mpxas_TiO2.tsv", 25, "one spectrum per pair of columns");
        ALL.put("beamline-ascii/larch_ESRF_SNBL_2013.dat", new Right(2, 456, 11050.021, 11499.577, null,
            "two scans, of 456 and 906 points; the list has their sum"));
        points("beamline-ascii/demeter_data_mn3o4.201", 2673, "54 energies are repeated, of which 46 in the next row");
        refused("beamline-ascii/demeter_notdata.5", "only 5 measured points", "a scan that was broken off");
        refused("beamline-ascii/demeter_cus2_cu_08", "pixels", "energies are not calibrated");
        for (final var name : new String[]{"fixinc3", "dupinc1", "pacdec1", "blckpkt1", "dupdec1"}) {
            refused("jcamp-dx/generic_" + name + ".jdx", "JCAMP-DX", "infrared and mass spectra, no X-rays");
        }
    }

    private CorpusExceptions() {
    }

    /** @return what is right for this file, <code>null</code> if the list is */
    static Right of(final String file) {
        return ALL.get(file);
    }

    private static void spectra(final String file, final int spectra, final String why) {
        ALL.put(file, new Right(spectra, -1, Double.NaN, Double.NaN, null, why));
    }

    private static void points(final String file, final int points, final String why) {
        ALL.put(file, new Right(-1, points, Double.NaN, Double.NaN, null, why));
    }

    private static void range(final String file, final double firstEv, final double lastEv, final String why) {
        ALL.put(file, new Right(-1, -1, firstEv, lastEv, null, why));
    }

    private static void refused(final String file, final String reason, final String why) {
        ALL.put(file, new Right(-1, -1, Double.NaN, Double.NaN, reason, why));
    }
}
