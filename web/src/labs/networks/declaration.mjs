import { lab, progress, settings } from '../frame/declare.mjs';

const alike = { min: 0, max: 1 };

export const declaration = lab({
  kind: 'networks',
  task: 'plane',
  families: ['networks'],
  tag: 'reprise-networks-lab',
  module: '/src/labs/networks/lab.ts',
  chapter: true,
  page: { path: 'two-networks.html', extras: {}, still: 'networks/rich' },
  parts: {
    networks: 'what each is, and how many there are',
    clouds: 'a layer of one network turned onto that of another',
    time: 'how alike the layer looked at is, over the epochs',
    layers: 'how alike each layer is, at the moment shown',
    matrix: 'every layer of one network with every one of another',
    loss: '',
    settings: 'points, gain, width, depth and training',
  },
  controls: {
    'task.noise': { slider: { min: 0, max: 0.5, step: 0.01 } },
    'network.hidden_layers': { slider: { min: 1, max: 10, step: 1, whole: true } },
    'training.learning_rate': { slider: { min: 0.0001, max: 1, scale: 'log' } },
    'training.epochs': { slider: { min: 100, max: 2000, step: 100, whole: true } },
    'observe.layer': {},
  },
  measures: {
    cka: { words: 'linear CKA of the networks in the layer looked at', note: 'the mean over all pairs, as for all that follow', ...alike },
    rsa: { words: 'RSA of the networks in the layer looked at', min: -1, max: 1 },
    procrustes: { words: 'Procrustes distance of the networks in the layer looked at', ...alike },
    start: { words: 'linear CKA of the initial weights', ...alike },
    shuffled: { words: 'linear CKA with a network that learnt shuffled targets', ...alike },
    inputs: { words: 'linear CKA of the layer with the inputs', ...alike },
    kept: { words: 'linear CKA of the layer with its own start', ...alike },
    first: { words: 'linear CKA in the first hidden layer', ...alike },
    last: { words: 'linear CKA in the last hidden layer', ...alike },
    loss: { words: 'training loss', note: 'the largest of all networks', min: 0 },
    networks: { words: 'number of networks', min: 2, max: 6, whole: true },
    ...settings,
    progress,
  },
  curves: {
    cka: { words: 'linear CKA of the networks in the layer looked at' },
    kept: { words: 'linear CKA of the layer with its own start' },
    shuffled: { words: 'linear CKA with a network that learnt shuffled targets' },
  },
  matrices: [],
});
