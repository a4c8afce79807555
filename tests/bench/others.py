"""How long others take for the same work natively, in one thread, as lines of JSON: PyTorch with its own BLAS for the two
training steps, SciPy for the fit of two rates (Radau's method under BFGS, as one would write it). What is not installed is named.

    others.py REFERENCES.JSON MILLISECONDS"""

import json
import sys
import time


def say(**row):
    print(json.dumps(row), flush=True)


def least(work, milliseconds):
    """Of rounds that fill the time, the least milliseconds of the processor that one of them took."""
    work()
    best, end = float('inf'), time.process_time() + milliseconds / 1000
    while True:
        start = time.process_time()
        work()
        now = time.process_time()
        best = min(best, 1000 * (now - start))
        if now > end:
            return best


def training(sizes, batch, milliseconds):
    import torch
    from torch.nn import functional as F

    torch.set_num_threads(1)
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(inputs, outputs), torch.nn.LeakyReLU(0.01)]
    network = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.SGD(network.parameters(), lr=0.001)
    x, y = torch.randn(batch, sizes[0]), 0.3 * torch.randn(batch, sizes[-1])

    def step():
        optimizer.zero_grad()
        (F.mse_loss(network(x), y) / 2).backward()
        optimizer.step()

    # Whose products they are decides by how much: Debian's PyTorch takes the BLAS that the system has.
    with open('/proc/self/maps', encoding='utf-8') as file:
        libraries = {line.split('/', 1)[1].strip() for line in file if 'blas' in line and '/' in line}
    blas = next((path.split('/')[-2] + '/' + path.split('/')[-1] for path in sorted(libraries)), 'its own BLAS')
    return {'milliseconds': least(step, milliseconds), 'by': f'PyTorch {torch.__version__}, {blas}'}


def fit(references, milliseconds):
    import numpy as np
    import scipy
    from scipy.integrate import solve_ivp
    from scipy.optimize import minimize

    with open(references, encoding='utf-8') as file:
        case = json.load(file)['fit'][0]
    dx2, dy2, times = case['dx2'], case['dy2'], case['times']
    rows = np.reshape(case['rows'], (-1, 3))

    def slope(_, state, eta_h, eta_y):
        h, y, w = state
        return [
            -eta_h * dx2 * w,
            -w * (eta_y * h + eta_h * dx2 * y / h),
            -0.5 * eta_y * (3 * w - y + dy2) * h - 0.5 * eta_h * dx2 * (y + w) * w / h,
        ]

    def deviations(logs):
        found = solve_ivp(slope, (0, times[-1]), rows[0], 'Radau', times, args=tuple(np.exp(logs)), rtol=1e-6, atol=1e-9)
        return float(np.sum((found.y.T - rows) ** 2)) if found.success else 1e9

    # From rates that are wrong by a factor of three, each in its own direction.
    start = np.log([3 * case['eta_h'], case['eta_y'] / 3])
    found = minimize(deviations, start, method='BFGS')
    if abs(found.fun / case['sse'] - 1) > 0.01:
        raise RuntimeError(f'the fit ended at a sum of squares of {found.fun}, not {case["sse"]}')
    time_of_one = least(lambda: minimize(deviations, start, method='BFGS'), milliseconds)
    return {'milliseconds': time_of_one, 'by': f'SciPy {scipy.__version__}, Radau and BFGS'}


def main(references, milliseconds):
    work = {
        'DigitsStep': lambda: training([784, 200, 200, 200, 200, 10], 64, milliseconds),
        'TwoPointsStep': lambda: training([1] + 20 * [500] + [1], 2, milliseconds),
        'FitRates': lambda: fit(references, milliseconds),
    }
    for name, measure in work.items():
        try:
            say(name=name, **measure())
        except ImportError as error:
            say(name=name, missing=error.name)


if __name__ == '__main__':
    main(sys.argv[1], float(sys.argv[2]))
