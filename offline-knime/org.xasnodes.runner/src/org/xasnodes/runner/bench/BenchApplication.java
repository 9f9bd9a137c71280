package org.xasnodes.runner.bench;

import java.util.List;
import java.util.Locale;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Measures the core and the nodes on simulated spectra and prints CSV: <code>stage,spectra,threads,spectra/s</code>. */
public final class BenchApplication implements IApplication {

    private static final List<Integer> DEFAULT_SIZES = List.of(2831, 100_000);

    private static final String REDUCERS = "reducers";

    @Override
    public Object start(final IApplicationContext context) throws Exception {
        final var arguments = (String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        final var words = List.of(arguments);
        final List<Integer> sizes;
        try {
            sizes = words.isEmpty() ? DEFAULT_SIZES
                : words.stream().filter(w -> !w.equals(REDUCERS)).map(Integer::valueOf).filter(n -> n > 0).toList();
        } catch (final NumberFormatException e) {
            System.err.println("Usage: ./bench [NUMBER OF SPECTRA]... [" + REDUCERS + "]   (" + e.getMessage() + ")");
            return 2;
        }
        System.out.println("stage,spectra,threads,spectra/s");
        for (final var size : sizes) {
            new SpectrumStages(size).run(BenchApplication::print);
            new AlignStages(size).run(BenchApplication::print);
        }
        if (words.isEmpty() || words.contains(REDUCERS)) {
            new ReducerStages(BenchApplication::print).run();
        }
        return EXIT_OK;
    }

    private static void print(final String stage, final int spectra, final int threads, final double seconds) {
        System.out.printf(Locale.ROOT, "%s,%d,%d,%.0f%n", stage, spectra, threads, spectra / seconds);
        System.out.flush();
    }

    @Override
    public void stop() {
        // Ends with the process.
    }
}
