"""The yardstick of "Speed" in docs/lyapunov.md: the same spectra, and their gradient, in PyTorch on one core.

    python3 docs/reproduce/lyapunov-pytorch.py N,K,TAU,GRADIENT,FORM [...]      for example 500,500,6,1,published

GRADIENT is 0 or 1. FORM is "published" (the Jacobian of a step is formed and multiplied with the frame, as the published
program does) or "lean" (the frame is scaled by the derivatives and multiplied with the coupling). float32, Euler steps of
0.1, orthonormalisation by QR every 0.2, loss the mean square of the exponents, gradient with respect to the weights by
PyTorch's own automatic differentiation. Prints the median, over five runs, of processor time in ms per time unit. Put
`homeostat bench lyapunov` beside it, by turns.
"""

import statistics
import sys
import time

import torch

STEP, BETWEEN, COUPLING = 0.1, 2, 1.5


def spectrum(n, k, tau, gradient, form):
    noise = torch.randn(n, n) * COUPLING / n**0.5
    noise.fill_diagonal_(0)
    signs, weights = torch.sign(noise), torch.abs(noise).requires_grad_(gradient)
    state = torch.randn(n)
    frame, _ = torch.linalg.qr(torch.randn(n, k))
    growth = torch.zeros(k)
    identity = torch.eye(n)
    before = time.process_time()
    with torch.set_grad_enabled(gradient):
        coupling = signs * weights
        for step in range(round(tau / STEP)):
            state = (1 - STEP) * state + STEP * (coupling @ torch.tanh(state))
            slope = 1 - torch.tanh(state) ** 2
            if form == "published":
                frame = ((1 - STEP) * identity + STEP * coupling * slope) @ frame
            else:
                frame = (1 - STEP) * frame + STEP * (coupling @ (slope[:, None] * frame))
            if (step + 1) % BETWEEN == 0:
                frame, triangle = torch.linalg.qr(frame)
                growth = growth + torch.log(torch.abs(torch.diagonal(triangle)))
        exponents = growth / tau
        if gradient:
            (exponents**2).mean().backward()
    return 1e3 * (time.process_time() - before) / tau, exponents[0].item()


def main():
    torch.set_num_threads(1)
    print("PyTorch", torch.__version__)
    for case in sys.argv[1:]:
        n, k, tau, gradient, form = case.split(",")
        torch.manual_seed(1)
        runs = [spectrum(int(n), int(k), float(tau), gradient == "1", form) for _ in range(6)][1:]
        times = sorted(run[0] for run in runs)
        print(f"{case}: {statistics.median(times):.2f} ms per tau ({times[0]:.2f} to {times[-1]:.2f})")


if __name__ == "__main__":
    main()
