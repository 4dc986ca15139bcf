"""The DANN rows of the accuracy table in docs/dale.md by another route: layers, gradients and steps written out in NumPy.

    python3 docs/reproduce/dann-numpy.py BRIGHTNESS FIRST_SEED LAST_SEED EPOCHS [layer]

prints for each seed and epoch the accuracy (%) on shifted and on unshifted test images. With "layer", layer normalisation
stands between each hidden layer and its rectifier. Reads the Debian package dataset-fashion-mnist. Four seconds an epoch.
"""

import gzip
import math
import sys

import numpy as np

FOLDER = "/usr/share/datasets/fashion-mnist/"
F = np.float32
UNITS = 234
BATCH = 32
RATE, RATE_WIX, RATE_WEI = F(0.0098), F(0.64646), F(0.00294)
SMOOTHING = F(0.1)


def images(name):
    return np.frombuffer(gzip.open(FOLDER + name).read(), np.uint8, offset=16).reshape(-1, 784)


def labels(name):
    return np.frombuffer(gzip.open(FOLDER + name).read(), np.uint8, offset=8)


def layer(random, units, inputs, interneurons):
    """Wex, Wix, Wei and bias; log-normal with equal mean and deviation, inhibition begins as the mean of excitation."""
    deviation = math.sqrt(2 * units / (inputs * (units - 1)))
    mu = math.log(deviation / math.sqrt(2))
    sigma = math.sqrt(math.log(2))
    wex = random.lognormal(mu, sigma, (units, inputs))
    wei = random.lognormal(mu, sigma, (units, interneurons))
    wei /= wei.sum(axis=1, keepdims=True)
    wix = np.repeat(wex.mean(axis=0, keepdims=True), interneurons, axis=0)
    return [wex.astype(F), wix.astype(F), wei.astype(F), np.zeros(units, F)]


def normalised(z):
    centred = z - z.mean(axis=1, keepdims=True)
    deviation = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + F(1e-5))
    return centred / deviation, deviation


def forward(network, x, norm):
    kept = []
    for i, (wex, wix, wei, bias) in enumerate(network):
        u = x @ wix.T
        z = x @ wex.T - u @ wei.T + bias
        kept.append((x, u, z))
        x = z if i == 2 else np.maximum(normalised(z)[0] if norm else z, 0)
    return x, kept


def learn(network, x, y, norm):
    logits, kept = forward(network, x, norm)
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    target = np.full_like(p, SMOOTHING / 10)
    target[np.arange(len(y)), y] += 1 - SMOOTHING
    d = (p - target) / F(len(y))
    for i in (2, 1, 0):
        x, u, z = kept[i]
        wex, wix, wei, bias = network[i]
        if i < 2 and norm:
            out, deviation = normalised(z)
            d = d * (out > 0)
            d = (d - d.mean(axis=1, keepdims=True) - out * (d * out).mean(axis=1, keepdims=True)) / deviation
        elif i < 2:
            d = d * (z > 0)
        g_wex = d.T @ x
        g_wix = -wei.T @ g_wex
        g_wei = -d.T @ u
        down = d @ (wex - wei @ wix)
        bias -= RATE * d.sum(axis=0)
        for weights, rate, gradient in ((wex, RATE, g_wex), (wix, RATE_WIX, g_wix), (wei, RATE_WEI, g_wei)):
            weights -= rate * gradient
            np.maximum(weights, 0, out=weights)
        d = down


def lit(pixels, factor, random):
    x = pixels.astype(F) / F(255)
    return np.clip(x + random.uniform(-factor, factor, (len(x), 1)).astype(F), 0, 1) if factor else x


def accuracy(network, pixels, answers, factor, norm):
    x = lit(pixels, factor, np.random.RandomState(5))
    return round(100 * float((forward(network, x, norm)[0].argmax(axis=1) == answers).mean()), 1)


def main():
    factor, first, last, epochs = float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    norm = "layer" in sys.argv[5:]
    x, y = images("train-images-idx3-ubyte.gz"), labels("train-labels-idx1-ubyte.gz")
    x_test, y_test = images("t10k-images-idx3-ubyte.gz"), labels("t10k-labels-idx1-ubyte.gz")
    for seed in range(first, last + 1):
        weights, light = np.random.RandomState(seed), np.random.RandomState(1000 + seed)
        network = [
            layer(weights, UNITS, 784, UNITS // 10),
            layer(weights, UNITS, UNITS, UNITS // 10),
            layer(weights, 10, UNITS, 1),
        ]
        found = []
        for _ in range(epochs):
            for at in range(0, len(x), BATCH):
                learn(network, lit(x[at : at + BATCH], factor, light), y[at : at + BATCH], norm)
            found.append(tuple(accuracy(network, x_test, y_test, f, norm) for f in (factor, 0)))
        print(seed, *found, flush=True)


if __name__ == "__main__":
    main()
