package org.xasnodes.core.network;

/**
 * @param network the network
 * @param history how its training went
 */
public record TrainedNetwork(DenseNetwork network, LossHistory history) {
}
