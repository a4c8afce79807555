/** Words of the cloud of pictures in the digits lab. */
const count = (n: number) => n.toLocaleString('en');

export const digitsCloudStrings = {
  waiting: 'Appears once the network is ready.',
  failed: 'The layers cannot be shown:',
  layer: 'Hidden layer',
  dimensions: 'Dimensions',
  pictures: 'Pictures',
  heading: (layer: number) => `Hidden layer ${layer + 1}`,
  note: (points: number, dimensions: number, share: number) =>
    `The first ${count(points)} training pictures. Of all variance in the layer, ${dimensions === 2 ? 'these two' : 'these three'} dimensions show ${share} % (principal components; classical scaling of the distances gives the same).`,
  fewer: (wanted: number) => `More than that, up to ${count(wanted)}, would hold up the training of so wide a layer.`,
  enlarge: 'Enlarge it, and the pictures themselves take the place of the marks.',
  describe: (epoch: number, layer: number, spread: string) =>
    `Epoch ${count(epoch)}, hidden layer ${layer + 1}: the spread within classes is ${spread} of that between them.`,
  shown: 'epoch shown',
  atStart: 'At the start',
  atEnd: 'Latest',
  point: 'One picture',
  which: 'training picture',
  whichOf: (index: number, label: string) => `${count(index + 1)}, ${label}`,
  previous: 'Previous picture',
  next: 'Next picture',
  inLayer: (layer: number) => `Nearest in hidden layer ${layer + 1}`,
  inInput: 'Nearest as pictures',
  same: (same: number, of: number) => `${same} of ${of} of its class`,
  pictureName: (label: string, index: number) => `${label}, training picture ${count(index + 1)}`,
  time: 'time (epochs)',
  layerLabel: (layer: number) => `layer ${layer + 1}`,
  yourDrawing: 'your drawing',
  spread: 'Spread within classes',
  spreadAxis: 'mean square within over between',
  spreadNote: '0: every class is one point.',
  angles: 'Angles between class means',
  anglesAxis: 'mean |cos − that of a simplex|',
  anglesNote: (classes: number) =>
    classes === 2
      ? 'Two means always lie opposite each other, seen from their middle.'
      : `0: as wide as ${classes} directions can be from one another, a simplex.`,
  agreement: 'Class means and last weights',
  agreementAxis: 'cosine between them',
  agreementNote: '1: the weights of the outputs point where the classes lie. For the last hidden layer, which they read.',
};
