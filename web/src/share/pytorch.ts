/**
 * A lab's state as a script in PyTorch: the same network, data and steps, written out without any of this project's code, for
 * readers who want to go on from there. PyTorch draws other random numbers, so its initial weights are those of another seed.
 */
import type { Preset, Spec } from '../spec/types.ts';

const activations: Readonly<Record<Spec['network']['activation'], string>> = {
  leaky_relu: 'functional.leaky_relu(x, 0.01)',
  relu: 'torch.relu(x)',
  tanh: 'torch.tanh(x)',
  elu: 'functional.elu(x)',
  silu: 'functional.silu(x)',
  linear: 'x',
};

const features: Readonly<Record<string, string>> = {
  x: 'x',
  y: 'y',
  x_squared: 'x * x',
  y_squared: 'y * y',
  xy: 'x * y',
  sin_pi_x: 'torch.sin(math.pi * x)',
  sin_pi_y: 'torch.sin(math.pi * y)',
};

const losses: Readonly<Record<Spec['training']['loss'], string>> = {
  half_mse: '0.5 * functional.mse_loss',
  mse: 'functional.mse_loss',
  cross_entropy: 'functional.cross_entropy',
};

/** Why there is no script for these settings: pictures and made-up points would have to be carried along. Null if there is one. */
export type Missing = 'pictures' | 'points' | 'architecture';

export function missingFor({ task, network }: Spec): Missing | null {
  if (task.kind === 'images') return 'pictures';
  if (task.kind === 'plane' && (task.shape !== 'own' || task.held_out > 0)) return 'points';
  return network.kind === 'attention' ? 'architecture' : null;
}

function data(spec: Spec): string {
  const { task } = spec;
  switch (task.kind) {
    case 'xor':
      return `inputs = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
targets = torch.tensor([[0.0], [1.0], [1.0], [0.0]])`;
    case 'feature_collapse':
      return `# A blob at each place of a grid, as 5 x 5 pixels, and the context: which coordinate is asked for.
grid = torch.linspace(-1, 1, ${task.side})
pixels = torch.linspace(-1, 1, 5)
places = torch.cartesian_prod(grid, grid)  # y and x
blobs = torch.exp(-0.5 * ((pixels[None, :, None] - places[:, 0, None, None]) ** 2
                          + (pixels[None, None, :] - places[:, 1, None, None]) ** 2)).flatten(1)
blobs = blobs / blobs.sum(1, keepdim=True)
one, zero = torch.ones(len(blobs), 1), torch.zeros(len(blobs), 1)
inputs = torch.cat([torch.cat([blobs, one, zero], 1), torch.cat([blobs, zero, one], 1)])
targets = torch.cat([places[:, 1:], places[:, :1]])`;
    case 'plane': {
      const rows = Array.from({ length: task.points!.length / 3 }, (_, k) => `    [${task.points!.slice(3 * k, 3 * k + 3).join(', ')}],`);
      const seen = task.features.map((name) => features[name]!).join(', ');
      return `points = torch.tensor([
${rows.join('\n')}
])
x, y, target = points.T
inputs = torch.stack([${seen}], 1)
targets = ${task.target === 'number' ? 'target[:, None]' : `functional.one_hot(target.long(), ${task.classes}).float()`}`;
    }
    default: {
      const { dx2, dy2, targets } = task as Extract<Spec['task'], { kind: 'two_points' }>;
      const low = targets === 'centred' ? '-dy / 2' : '0.6';
      return `dx, dy = math.sqrt(${dx2}), math.sqrt(${dy2})
inputs = torch.tensor([[-1.0], [-1.0 + dx]])
targets = torch.tensor([[${low}], [${low} + dy]])`;
    }
  }
}

/** The weights of one hidden layer, and what it does with its input `x`. */
function layers({ network }: Spec): { make: string; pass: string } {
  const gain = 'gain_of(k)';
  const widths = network.widths ?? 'same';
  const sizes = widths === 'same' ? `[${network.width}] * ${network.hidden_layers}` : `[${widths.join(', ')}]`;
  const dense = `        sizes = [inputs.shape[1]] + ${sizes}
        self.hidden = nn.ModuleList(
            scaled(nn.Linear(a, b), a + b, ${gain}) for k, (a, b) in enumerate(zip(sizes, sizes[1:])))
        last = sizes[-1]`;
  if (network.kind !== 'convolutional') return { make: dense, pass: 'layer(x)' };
  const { channels, kernel, padding, width, hidden_layers: count } = network;
  const same = padding === 'same';
  const make = `        channels = [${same ? channels : 1}] + [${channels}] * ${count - 1}${same || count === 1 ? '' : '\n        channels[-1] = 1'}
        first = nn.Linear(inputs.shape[1], ${width})
        self.hidden = nn.ModuleList([scaled(first, inputs.shape[1] + ${width}, gain_of(0))])
        for k, (a, b) in enumerate(zip(channels, channels[1:]), 1):
            layer = nn.Conv1d(a, b, ${kernel}${same ? `, padding=${(kernel! - 1) / 2}` : ''})
            self.hidden.append(scaled(layer, ${kernel} * (a + b), ${gain}))
        last = ${same ? width : `${width} - ${count - 1} * (${kernel} - 1)`}${same || count === 1 ? '' : ' # places, of one channel'}`;
  return { make, pass: 'layer(x) if k == 0 else layer(x.unflatten(1, (layer.in_channels, -1))).flatten(1)' };
}

function network(spec: Spec): string {
  const { network: net, observe } = spec;
  const { make, pass } = layers(spec);
  const decoder = net.decoder_gain === 'same' ? net.gain : net.decoder_gain;
  const drop = (rate: number) => `functional.dropout(x, ${rate}, self.training)`;
  const lines = [
    net.input_dropout > 0 ? `        x = ${drop(net.input_dropout)}` : '',
    '        layers = []',
    '        for k, layer in enumerate(self.hidden):',
    `            x = ${pass}`,
    ...(net.activations === 'same'
      ? [`            x = ${activations[net.activation]}`]
      : net.activations.flatMap((name, k) => [
          `            ${k === 0 ? 'if' : 'elif'} k == ${k}:`,
          `                x = ${activations[name]}`,
        ])),
    net.kind === 'residual'
      ? `            if k >= ${net.skip_length}:\n                x = x + layers[k - ${net.skip_length}]`
      : '',
    net.dropout > 0 ? `            x = ${drop(net.dropout)}` : '',
    '            layers.append(x)',
    '        return self.readout(x), layers',
  ].filter(Boolean);
  return `OBSERVED = ${observe.layer}  # hidden layer, counted from 0

def gain_of(k):
    """Factor on the initial weights of hidden layer k: the encoder ends with the observed one."""
    return ${decoder === net.gain ? String(net.gain) : `${net.gain} if k <= OBSERVED else ${decoder}`}

def scaled(layer, fans, gain):
    nn.init.normal_(layer.weight, std=gain * math.sqrt(2 / fans))
    nn.init.zeros_(layer.bias)
    return layer

class Network(nn.Module):
    def __init__(self):
        super().__init__()
${make}
        outputs = targets.shape[1]
        self.readout = scaled(nn.Linear(last, outputs), last + outputs, ${decoder})

    def forward(self, x):
${lines.join('\n')}`;
}

/** The curves: columns, and how a row is worked out from `outputs` and `hidden`, points x units. */
function curves({ task }: Spec): { columns: string; row: string } {
  switch (task.kind) {
    case 'two_points':
      return {
        columns: '["h", "y", "w"]',
        row: `    difference, wanted = outputs[1] - outputs[0], targets[1] - targets[0]
    return [squared(hidden, 0, 1), squared(outputs, 0, 1), float(difference @ (difference - wanted))]`,
      };
    case 'xor':
      return {
        columns: '[f"h_{a:02b}_{b:02b}" for a in range(4) for b in range(a + 1, 4)]',
        row: '    return [squared(hidden, a, b) for a in range(4) for b in range(a + 1, 4)]',
      };
    case 'feature_collapse':
      return {
        columns: '["collapse index"]',
        row: `    # Squared distances of places along one coordinate, the other and the context being equal.
    cloud = hidden.view(2, ${task.side}, ${task.side}, -1)  # context, y, x, units

    def mean_squared(context, axis):
        points = cloud[context].transpose(0, axis)  # ${task.side} along the axis first
        gaps = (points[:, None] - points[None]).pow(2).sum(-1)
        return float(gaps.sum())

    asked = mean_squared(0, 1) + mean_squared(1, 0)
    other = mean_squared(0, 0) + mean_squared(1, 1)
    return [other / asked]`,
      };
    default:
      return { columns: '["mean h"]', row: '    return [float(torch.pdist(hidden).pow(2).mean())]' };
  }
}

/** A script for Python 3 with PyTorch. `link` leads back to the lab. */
export function pytorchScript(spec: Spec, preset: Preset, link: string): string {
  const { training, observe } = spec;
  const { columns, row } = curves(spec);
  const batch = training.batch === 'full' ? 'len(inputs)' : String(training.batch);
  const step =
    training.optimizer === 'adam'
      ? `torch.optim.Adam(network.parameters(), lr=${training.learning_rate})`
      : `torch.optim.SGD(network.parameters(), lr=${training.learning_rate}${training.momentum > 0 ? `, momentum=${training.momentum}` : ''})`;
  const loss = losses[training.loss];
  const penalties = [
    training.l1 > 0 ? `${training.l1} * weight.abs().sum()` : '',
    training.l2 > 0 ? `${training.l2} / 2 * weight.pow(2).sum()` : '',
  ].filter(Boolean);
  return `"""${preset.title.replaceAll('"', "'")}, as a script for PyTorch.

${link}

The network, the data and the steps are those of the lab. PyTorch draws other random numbers: the curves are those of
another seed, so compare several. Run it with a seed to use (1 without one); --csv prints the curves in place of a plot.
"""
import math
import sys

import torch
from torch import nn
from torch.nn import functional

seeds = [int(word) for word in sys.argv[1:] if word != "--csv"]
torch.manual_seed(seeds[0] if seeds else 1)

${data(spec)}

${network(spec)}

def squared(points, a, b):
    return float((points[a] - points[b]).pow(2).sum())

def measures(outputs, hidden):
${row}

network = Network()
optimizer = ${step}
columns = ["epoch", "loss"] + ${columns}
rows = []
for epoch in range(${training.epochs} + 1):
    if epoch % ${observe.every} == 0:
        network.eval()
        with torch.no_grad():
            outputs, layers = network(inputs)
            loss = ${loss}(outputs, targets)
            rows.append([epoch, float(loss)] + measures(outputs, layers[OBSERVED]))
    if epoch == ${training.epochs}:
        break
    network.train()
    for chosen in torch.randperm(len(inputs)).split(${batch}):
        optimizer.zero_grad()
        outputs, _ = network(inputs[chosen])
        loss = ${loss}(outputs, targets[chosen])
${
    penalties.length > 0
      ? `        for name, weight in network.named_parameters():
            if name.endswith("weight"):
                loss = loss + ${penalties.join(' + ')}
`
      : ''
  }        loss.backward()
        optimizer.step()

if "--csv" in sys.argv:
    print(",".join(columns))
    for values in rows:
        print(",".join(repr(value) for value in values))
else:
    import matplotlib.pyplot as plt

    for name, values in list(zip(columns, zip(*rows)))[1:]:
        plt.plot([values[0] for values in rows], values, label=name)
    plt.xlabel("epoch")
    plt.legend()
    plt.show()
`;
}
