package org.xasnodes.nodes.reduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xasnodes.core.feature.EnergyNames;
import org.xasnodes.core.reduce.FeatureSpace;
import org.xasnodes.core.spectrum.EnergyGrid;

/**
 * A layer of a feature whose numbers each stand for an energy: the only one of a cumulative distribution, one of many of
 * a wavelet transform. Numbers for all features of a layer can be drawn as a spectrum.
 *
 * @param name what tells the layer from the others, for example "cwt a01"; empty for the only one
 * @param features positions in the row, ascending in energy
 * @param grid their energies
 */
public record FeatureLayer(String name, int[] features, EnergyGrid grid) {

    /**
     * @param space the features of a row
     * @return their layers; empty if some feature stands for no energy, or that is not known
     */
    public static List<FeatureLayer> of(final FeatureSpace space) {
        return (space.isVector() ? ofVector(space) : ofColumns(space)).orElse(List.of());
    }

    private static Optional<List<FeatureLayer>> ofColumns(final FeatureSpace space) {
        final Map<String, List<Integer>> layers = new LinkedHashMap<>();
        for (int i = 0; i < space.size(); i++) {
            layers.computeIfAbsent(EnergyNames.prefix(space.columns().get(i)), n -> new ArrayList<>()).add(i);
        }
        final List<FeatureLayer> result = new ArrayList<>();
        for (final var layer : layers.entrySet()) {
            final var features = layer.getValue().stream().mapToInt(Integer::intValue).toArray();
            final var grid = grid(IntStream.of(features).mapToDouble(i -> space.energiesEv()[i]).toArray());
            if (grid.isEmpty()) {
                return Optional.empty();
            }
            result.add(new FeatureLayer(layers.size() == 1 ? "" : layer.getKey(), features, grid.get()));
        }
        return Optional.of(result);
    }

    private static Optional<List<FeatureLayer>> ofVector(final FeatureSpace space) {
        final var points = space.energiesEv().length;
        final var grid = grid(space.energiesEv());
        if (grid.isEmpty() || space.size() == 0 || space.size() % points != 0) {
            return Optional.empty();
        }
        final var count = space.size() / points;
        return Optional.of(IntStream.range(0, count).mapToObj(l -> new FeatureLayer(count == 1 ? "" : "layer " + (l + 1),
            IntStream.range(l * points, (l + 1) * points).toArray(), grid.get())).toList());
    }

    private static Optional<EnergyGrid> grid(final double[] energiesEv) {
        try {
            return energiesEv.length < 2 ? Optional.empty() : Optional.of(EnergyGrid.of(energiesEv));
        } catch (final IllegalArgumentException e) { // NOSONAR: not ascending, or not finite where there is none
            return Optional.empty();
        }
    }
}
