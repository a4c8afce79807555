"""What others' programs make of the same questions, as JSON: PyTorch trains the networks that the program named on the
command line prints, SciPy integrates the theory's equations and fits their rates, NumPy finds principal components. All
in double precision, written from the definitions and not from this project's code.

    references.py PRINTS_CASES [KEPT]

Prints the references; with KEPT, the file of those kept, says instead how far new and kept ones lie apart."""

import itertools
import json
import subprocess
import sys

import numpy as np
import scipy
import torch
from scipy.integrate import solve_ivp
from scipy.optimize import least_squares
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

ACTIVATIONS = {
    'linear': lambda x: x,
    'relu': F.relu,
    'leaky_relu': lambda x: F.leaky_relu(x, 0.01),
    'tanh': torch.tanh,
    'elu': F.elu,
    'silu': F.silu,
}

LOSSES = {
    'half_mse': lambda outputs, targets: F.mse_loss(outputs, targets) / 2,
    'mse': F.mse_loss,
    'cross_entropy': F.cross_entropy,
}


class Parameters:
    """The list of all numbers, read in order; `weights` keeps those that are no biases."""

    def __init__(self, flat):
        self.flat, self.at, self.weights = flat, 0, []

    def take(self, *shape):
        count = int(np.prod(shape))
        part = self.flat[self.at : self.at + count].reshape(shape)
        self.at += count
        return part

    def linear(self, x, outputs):
        weight = self.take(outputs, x.shape[-1])
        self.weights.append(weight)
        return F.linear(x, weight, self.take(outputs))

    def convolution(self, x, channels, height, width, padding):
        """x: points x channels x rows x columns. The file keeps a weight's input channels last."""
        weight = self.take(channels, height, width, x.shape[1]).permute(0, 3, 1, 2)
        self.weights.append(weight)
        return F.conv2d(x, weight, self.take(channels), padding=padding)

    def norm(self, x):
        scale, shift = self.take(x.shape[-1]), self.take(x.shape[-1])
        return F.layer_norm(x, x.shape[-1:], scale, shift, 1e-5)


def places_last(x):
    """points x channels x rows x columns as the project lays hidden layers out: channels side by side."""
    return x.permute(0, 2, 3, 1).flatten(1)


def attention(p, x, case, act):
    points, tokens, width = x.shape
    heads = case['heads']
    query, key, value = (
        part.reshape(points, tokens, heads, width // heads).transpose(1, 2)
        for part in p.linear(p.norm(x), 3 * width).chunk(3, dim=-1)
    )
    scores = query @ key.transpose(-1, -2) / (width // heads) ** 0.5
    mixed = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(points, tokens, width)
    x = x + p.linear(mixed, width)
    return x + p.linear(act(p.linear(p.norm(x), 2 * width)), width)


def forward(case, flat, x, masks=None):
    """Outputs, every hidden layer and every weight matrix; `masks` are factors on the hidden layers."""
    p, hidden = Parameters(flat), []
    kind, width, channels, kernel = (case[k] for k in ('kind', 'width', 'channels', 'kernel'))
    last, points = case['hidden_layers'] - 1, len(x)
    if kind == 'attention':
        per_token = width // case['tokens']
        if case['inputs'] % case['tokens'] == 0:
            x = p.linear(x.reshape(points, case['tokens'], -1), per_token)
        else:
            x = p.linear(x, width).reshape(points, case['tokens'], per_token)
    if kind == 'picture_convolutional':
        x = x.reshape(points, 1, case['height'], case['picture_width'])
    for layer in range(last + 1):
        act = ACTIVATIONS[case['activations'][layer]]
        if kind in ('mlp', 'residual'):
            x = act(p.linear(x, case['widths'][layer]))
            if kind == 'residual' and layer >= case['skip_length']:
                x = x + hidden[layer - case['skip_length']]
            flat_x = x = x if masks is None else x * masks[layer]
        elif kind == 'attention':
            x = attention(p, x, case, act)
            flat_x = x.flatten(1)
        elif kind == 'picture_convolutional':
            x = act(p.convolution(x, channels, kernel, kernel, kernel // 2))
            flat_x = places_last(x)
        elif layer == 0:
            x = act(p.linear(x, width))
            flat_x = x
            in_channels = channels if kind == 'convolutional' else 1
            x = x.reshape(points, 1, -1, in_channels).permute(0, 3, 1, 2)
        else:
            padded = kind == 'convolutional'
            out = channels if padded or layer < last else 1
            x = act(p.convolution(x, out, 1, kernel, (0, kernel // 2 if padded else 0)))
            flat_x = places_last(x)
        hidden.append(flat_x)
    outputs = p.linear(flat_x, case['outputs'])
    assert p.at == len(flat), (case['name'], p.at, len(flat))
    return outputs, hidden, p.weights


def tensors(case):
    x = torch.tensor(case['x']).reshape(case['points'], -1)
    targets = torch.tensor(case['targets']).reshape(case['points'], -1)
    return x, targets, torch.tensor(case['initial'])


def train(case):
    x, targets, flat = tensors(case)
    flat.requires_grad_(True)
    if case['adam']:
        optimizer = torch.optim.Adam([flat], lr=case['rate'])
    else:
        optimizer = torch.optim.SGD([flat], lr=case['rate'], momentum=case['momentum'])
    losses = []
    for _ in range(case['steps']):
        optimizer.zero_grad()
        outputs, _, weights = forward(case, flat, x)
        loss = LOSSES[case['loss']](outputs, targets)
        penalty = sum(case['l1'] * w.abs().sum() + case['l2'] / 2 * (w**2).sum() for w in weights)
        (loss + penalty).backward()
        losses.append(loss.item())
        optimizer.step()
    outputs, hidden, _ = forward(case, flat, x)
    return {
        'name': case['name'],
        # Tells the weights apart that these numbers belong to.
        'initial': [sum(case['initial']), sum(one * one for one in case['initial'])],
        'losses': losses,
        'outputs': outputs.flatten().tolist(),
        'hidden': [[float(layer.sum()), float((layer**2).sum())] for layer in hidden],
        'parameters': [float(flat.sum()), float((flat**2).sum())],
    }


def dropout(case):
    """Mean and mean square of the outputs over every choice of dropped units, by its probability."""
    x, _, flat = tensors(case)
    rate, units = case['dropout'], case['width'] * case['hidden_layers']
    mean, square = 0, 0
    for kept in itertools.product([0, 1], repeat=units):
        share = (1 - rate) ** sum(kept) * rate ** (units - sum(kept))
        masks = torch.tensor(kept).reshape(case['hidden_layers'], -1) / (1 - rate)
        outputs, _, _ = forward(case, flat, x, masks)
        mean, square = mean + share * outputs, square + share * outputs**2
    return {'mean': mean.flatten().tolist(), 'square': square.flatten().tolist()}


SYSTEMS = {
    'paper': {},
    'double_y': {'y_scale': 2},
    'double_h': {'h_scale': 2},
    'drop_second_y': {'y_second': 0},
}


def states(start, dx2, dy2, eta_h, eta_y, times, system=None):
    """h, y, w at the times, by the equations of the paper with factors on their terms."""
    f = {k: 1 for k in ('h_scale', 'y_scale', 'y_first', 'y_second', 'w_first', 'w_last')} | (system or {})

    def slope(_, state):
        h, y, w = state
        return [
            -f['h_scale'] * eta_h * dx2 * w,
            -f['y_scale'] * w * (f['y_first'] * eta_y * h + f['y_second'] * eta_h * dx2 * y / h),
            -0.5 * f['w_first'] * eta_y * (3 * w - y + dy2) * h
            - 0.5 * f['w_last'] * eta_h * dx2 * (y + w) * w / h,
        ]

    found = solve_ivp(slope, (0, times[-1]), start, 'DOP853', times, rtol=1e-12, atol=1e-14)
    assert found.success
    return found.y.T


def integrations():
    times = np.linspace(0, 60, 13)
    questions = [
        ('paper', [0.2, 0.05, -0.1], 1.2, 0.5, 0.02, 0.3),
        ('paper', [0.01, 0.001, -0.005], 1.0, 0.5, 0.3, 0.9),
        ('paper', [2.0, 1.5, 1.0], 0.5, 0.4, 0.1, 0.05),
        ('double_y', [0.2, 0.05, -0.1], 1.2, 0.5, 0.02, 0.3),
        ('double_h', [0.2, 0.05, -0.1], 1.2, 0.5, 0.02, 0.3),
        ('drop_second_y', [0.2, 0.05, -0.1], 1.2, 0.5, 0.02, 0.3),
    ]
    return [
        {
            'system': name, 'start': start, 'dx2': dx2, 'dy2': dy2, 'eta_h': eta_h, 'eta_y': eta_y,
            'times': times.tolist(),
            'states': states(start, dx2, dy2, eta_h, eta_y, times, SYSTEMS[name]).flatten().tolist(),
        }
        for name, start, dx2, dy2, eta_h, eta_y in questions
    ]


def fits():
    found = []
    for seed, (start, dx2, dy2, eta_h, eta_y) in enumerate([
        ([0.2, 0.05, -0.1], 1.2, 0.5, 0.02, 0.3),
        ([0.05, 0.02, -0.05], 1.0, 0.8, 0.1, 0.2),
        ([1.0, 0.3, -0.05], 1.0, 0.5, 0.05, 0.1),
    ]):
        times = np.linspace(0, 60, 25)
        rows = states(start, dx2, dy2, eta_h, eta_y, times)
        rows[1:] += np.random.default_rng(seed).normal(0, 0.01, rows[1:].shape)
        rows[:, :2] = np.maximum(rows[:, :2], 1e-3)

        def deviations(logs):
            return (states(start, dx2, dy2, *np.exp(logs), times) - rows).flatten()

        best = least_squares(deviations, np.log([eta_h, eta_y]), xtol=1e-12, ftol=1e-14, gtol=1e-14)
        found.append({
            'dx2': dx2, 'dy2': dy2, 'times': times.tolist(), 'rows': rows.flatten().tolist(),
            'eta_h': float(np.exp(best.x[0])), 'eta_y': float(np.exp(best.x[1])), 'sse': float(2 * best.cost),
        })
    return found


def components():
    values = np.random.default_rng(5).normal(size=(9, 6)) @ np.diag([3, 2, 1.2, 0.8, 0.4, 0.1])
    values = values.astype(np.float32).astype(float)
    left, sizes, _ = np.linalg.svd(values - values.mean(0), full_matrices=False)
    coordinates = (left * sizes)[:, :3]
    # The largest coordinate of each axis is positive.
    coordinates *= np.sign(coordinates[np.abs(coordinates).argmax(0), range(3)])
    shares = sizes[:3] ** 2 / (sizes**2).sum()
    return {
        'points': 9, 'width': 6, 'values': values.flatten().tolist(),
        'coordinates': coordinates.flatten().tolist(), 'shares': shares.tolist(),
    }


def rounded(value):
    """Twelve digits: what compilers and versions agree on."""
    if isinstance(value, float):
        return float(f'{value:.12g}')
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return {key: rounded(one) for key, one in value.items()} if isinstance(value, dict) else value


def apart(one, other):
    """The largest relative distance of any two numbers; infinite where the form differs."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return max((apart(one[key], other[key]) for key in one), default=0)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return max((apart(a, b) for a, b in zip(one, other)), default=0)
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) / max(1e-3, abs(one), abs(other))
    return 0 if one == other else float('inf')


def main(prints_cases, kept=None):
    given = json.loads(subprocess.run([prints_cases], check=True, capture_output=True).stdout)
    made = {
        'made by': f'PyTorch {torch.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}',
        'training': [train(case) for case in given['cases']],
        'dropout': dropout(given['dropout']),
        'integration': integrations(),
        'fit': fits(),
        'components': components(),
    }
    made = rounded(made)
    if kept is None:
        return '{\n' + ',\n'.join(f'{json.dumps(k)}: {json.dumps(v)}' for k, v in made.items()) + '\n}'
    with open(kept, encoding='utf-8') as file:
        before = json.load(file)
    lines, far = [], False
    for part in made:
        if part == 'made by':
            lines.append(f'{made[part]}; kept: {before[part]}')
            continue
        distance = apart(made[part], before.get(part))
        far |= not distance < 1e-7
        lines.append(f'{part}: {distance:.1e} from what is kept' + ('' if distance < 1e-7 else ': TOO FAR'))
    print('\n'.join(lines))
    sys.exit(far)


if __name__ == '__main__':
    if text := main(*sys.argv[1:]):
        print(text)
