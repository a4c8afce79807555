// What the plane lab does beside its page: points, files of points, pixels, and the core's answers about the plane.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAlgebra, loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const folder = 'web/src/labs/plane';
const points = await loadTs(`${folder}/points.ts`);
const files = await loadTs(`${folder}/files.ts`);
const painter = await loadTs(`${folder}/surface-painter.ts`);
const { meshOf, bentCloud } = await loadTs(`${folder}/bent.ts`);
const { shapes, presetOf, withShape, withTask, trainedOn } = await loadTs(`${folder}/shapes.ts`);
const { zeroLines } = await loadTs(`${folder}/zero-lines.ts`);
const { withLayers } = await loadTs(`${folder}/layers.ts`);
const layout = await loadTs(`${folder}/network-layout.ts`);
const stations = await loadTs(`${folder}/step-stations.ts`);
const { turnedPlaces } = await loadTs('web/src/engine/session.ts');
const { findPreset, presetsOf } = await loadTs('web/src/spec/presets.ts');
const { hashFromSpec, specFromHash } = await loadTs('web/src/spec/url.ts');

const some = [0, 0, 0, 0.5, -0.25, 1, -1, 1, 0];

test('points are added, moved, painted and removed without touching the list they come from', () => {
  assert.deepEqual(points.added(some, 0.12345, 0, 1).slice(9), [0.123, 0, 1]);
  assert.deepEqual(points.moved(some, 1, 0.1, 0.2).slice(3, 6), [0.1, 0.2, 1]);
  assert.deepEqual(points.painted(some, 2, 1).slice(6), [-1, 1, 1]);
  assert.deepEqual(points.removed(some, 0), some.slice(3));
  assert.equal(some.length, 9);
  assert.equal(points.nearest(some, 0.45, -0.2, 0.1), 1);
  assert.equal(points.nearest(some, 0.45, -0.2, 0.05), -1);
  assert.equal(points.extentOf(some), 1.25);
  assert.ok(points.extentOf([3, 0, 0]) >= 3);
});

test('which points are held out, and where shapes lie, is what the core says', async () => {
  const core = await loadCore('simd');
  for (const { name, spec } of presetsOf('plane')) {
    const handle = core.create(spec);
    const { train_indices, held_out_indices, spec: full } = core.describe(handle);
    assert.deepEqual(full, { ...spec, observe: full.observe, task: full.task }, name);
    const all = [...train_indices, ...held_out_indices];
    for (const point of all) {
      assert.equal(points.heldOut(point, spec.task.held_out), held_out_indices.includes(point), `${name}: ${point}`);
    }
    assert.equal(trainedOn(spec.task), train_indices.length, name);
    const { data, outputs } = core.surface(handle, { layer: 0, across: 3, map_every: 1, line_every: 1 });
    assert.equal(data.length, 3 * all.length, name);
    assert.equal(outputs, points.classesOf(spec.task) || 1, name);
    // Its points as the reader's own are another run of the same classes.
    const own = points.withPoints(spec.task, Array.from(data, points.rounded));
    assert.equal(points.classesOf(own), points.classesOf(spec.task), name);
    assert.equal(core.validate({ ...spec, task: own }).problem, undefined, name);
    core.destroy(handle);
  }
});

test('every shape has a preset, and takes on what is set of the network', async () => {
  const core = await loadCore('simd');
  const from = structuredClone(findPreset('plane/spirals').spec);
  from.network.width = 7;
  from.training.batch = 64;
  from.task.features = ['x', 'xy'];
  from.observe.points = [5, 200];
  for (const shape of shapes) {
    assert.equal(findPreset(presetOf(shape)).spec.task.shape, shape);
    const spec = withShape(from, shape);
    assert.equal(spec.network.width, 7);
    assert.deepEqual(spec.task.features, ['x', 'xy']);
    assert.equal(core.validate(spec).problem, undefined, shape);
  }
  assert.equal(withTask(from, { ...from.task, count: 20 }).training.batch, 'full');
});

test('five hundred points of one\'s own lie in a link, and come back from it', () => {
  const preset = findPreset('plane/own');
  const many = Array.from({ length: 500 }, (_, p) => [points.rounded(Math.sin(p)), points.rounded(-Math.cos(3 * p)), p % 4]).flat();
  const spec = { ...preset.spec, task: { ...preset.spec.task, classes: 4, points: many } };
  const hash = hashFromSpec(spec, preset);
  assert.ok(points.linkBytes(hash) < 8000, `${points.linkBytes(hash)} bytes`);
  const back = specFromHash(hash, presetsOf('plane'));
  assert.deepEqual(back.spec, spec);
  assert.deepEqual(back.unknown, []);
});

test('points are saved and opened again as CSV and JSON', () => {
  for (const text of [files.pointsCsv(some), files.pointsJson(some)]) {
    assert.deepEqual(files.readPoints(text), { points: some, classes: 2, note: '' });
  }
  // Semicolons, another order, other names, text for labels, Windows line ends.
  const named = files.readPoints('class;y;x\r\n"cat";0.5;-0.5\r\ndog;0;1\r\ncat;1;0\r\n');
  assert.deepEqual(named.points, [-0.5, 0.5, 0, 1, 0, 1, 0, 1, 0]);
  assert.match(named.note, /A is “cat”, B is “dog”/);
  assert.deepEqual(files.readPoints('0 , 0.5 , -0.75\n1,1,2.5').points, [0, 0.5, -0.75, 1, 1, 2.5]);
  assert.equal(files.readPoints('[[0, 0, 0.5], [1, 1, 1]]').classes, 0);
  const far = files.readPoints('x,y,label\n100,50,0\n200,100,1\n');
  assert.deepEqual(far.points, [-1, -0.5, 0, 1, 0.5, 1]);
  assert.match(far.note, /scaled/);
});

test('a file that holds no points is refused with its place, what stands there and what may', () => {
  const refused = (text, ...patterns) => {
    for (const pattern of patterns) assert.throws(() => files.readPoints(text), { message: pattern });
  };
  refused('x,y,label\n0,0,0\n1,b,1\n', /line 3/, /y is “b”/, /allowed: a number/);
  refused('x,y,label\n0,,0\n', /y is “”/);
  refused('x,y,label\n0,0\n', /line 2: there is no label/);
  refused('x,y\n0,0\n', /none called label/);
  refused('', /holds 0 points; allowed: 1 to 500/);
  refused('0,0,0\n'.repeat(501), /holds 501 points/);
  refused('0,0,a\n0,0,b\n0,0,c\n0,0,d\n0,0,e\n', /5 different labels.*at most 4/);
  refused('0,0,11\n0,0,0.5\n', /line 1: the label is 11; allowed: a number from −10 to 10/);
  refused('[{"x": 0, "y": 0, "label": 0}, {"x": 1, "y": null, "label": 1}]', /entry 2: y/);
  // What is neither text nor number has no name of its own.
  refused('[{"x": 0, "y": 0, "label": "a"}, {"x": 1, "y": 1, "label": {"of": "a"}}]', /entry 2: there is no label/);
  refused('[{"x": {"at": 1}, "y": 0, "label": 0}]', /x is “{"at":1}”/);
  refused('[{', /no JSON/);
});

const white = [255, 255, 255];
const colours = { ground: white, classes: [[0, 0, 200], [200, 100, 0]] };
const pixelsOf = (side) => ({ data: new Uint8ClampedArray(4 * side * side), width: side, height: side });
const at = ({ data, width }, column, row) => Array.from(data.slice(4 * (row * width + column), 4 * (row * width + column) + 3));

test('the surface has the colour of the class ahead, the stronger the further, with y upwards', () => {
  const pixels = pixelsOf(2);
  // Grid from the bottom: class 0 far ahead, even, class 1 ahead, class 1 far ahead.
  painter.paintSurface(pixels, Float32Array.of(1, 0.5, 0, 0, 0, 0.5, 0.5, 1), 2, 2, 2, colours);
  const [strong, even] = [at(pixels, 0, 1), at(pixels, 1, 1)];
  assert.ok(strong[0] < even[0] && even[0] < 255, `${strong} ${even}`);
  assert.ok(at(pixels, 1, 0)[2] < at(pixels, 0, 0)[2], 'class 1 takes blue away, the more the further ahead');
  assert.equal(pixels.data[3], 255);
  painter.paintSurface(pixels, Float32Array.of(0, -1, 1, 0.5), 1, 2, 0, colours);
  assert.deepEqual(at(pixels, 0, 1), white);
  assert.ok(at(pixels, 1, 1)[2] > at(pixels, 1, 1)[0]);
  assert.ok(at(pixels, 0, 0)[0] > at(pixels, 0, 0)[2]);
});

test('a unit is drawn by sign on its own scale; one that is dead stays the ground', () => {
  const pixels = pixelsOf(2);
  painter.paintMap(pixels, 0, 0, Float32Array.of(9, 9, 9, 9, -0.001, 0, 0.0005, 0.001), 4, 2, colours);
  assert.deepEqual(at(pixels, 0, 1), colours.classes[0]);
  assert.deepEqual(at(pixels, 1, 1), white);
  assert.deepEqual(at(pixels, 1, 0), colours.classes[1]);
  painter.paintMap(pixels, 0, 0, new Float32Array(4), 0, 2, colours);
  assert.deepEqual(at(pixels, 0, 0), white);
});

test('the bent plane is a grid of lines with the points in it', async () => {
  assert.equal(meshOf(3).length, 12);
  const core = await loadCore('simd');
  const spec = structuredClone(findPreset('plane/moons').spec);
  spec.network.width = 2;
  const handle = core.create(spec);
  const surface = core.surface(handle, { layer: 1 });
  assert.deepEqual([surface.across, surface.mapped, surface.lined, surface.units, surface.points], [101, 51, 21, 2, 200]);
  assert.equal(surface.exact, true);
  const cloud = bentCloud(surface, 2, ['#111', '#222']);
  assert.equal(cloud.marksFrom, 441);
  assert.equal(cloud.coordinates.length, 3 * 641);
  assert.equal(cloud.colours[441 + 1], '#222');
  // Exact places are the activations themselves, moved as a whole: distances are theirs.
  const apart = (list, step, a, b) => Math.hypot(list[step * a] - list[step * b], list[step * a + 1] - list[step * b + 1]);
  const corner = 51 * 51 - 1;
  const ofMaps = Math.hypot(surface.maps[0] - surface.maps[corner], surface.maps[51 * 51] - surface.maps[51 * 51 + corner]);
  assert.ok(Math.abs(apart(cloud.coordinates, 3, 0, 440) - ofMaps) < 1e-5);
  core.destroy(handle);
});

test('cross-entropy has no theory, and the core says why', async () => {
  const core = await loadCore('simd');
  const { spec } = findPreset('plane/moons');
  const handle = core.create({ ...spec, training: { ...spec.training, loss: 'cross_entropy', epochs: 20 } });
  core.advance(handle, Infinity, Infinity);
  assert.throws(() => core.structure(handle, { layer: 0, points: 8 }), { message: /^training\.loss is cross_entropy; allowed: .*squared errors/ });
  core.destroy(handle);
});

test('a network keeps what is set of each layer when it gains or loses some', () => {
  const { network } = findPreset('plane/own').spec;
  assert.deepEqual(withLayers(network, 5), network);
  const own = { ...network, hidden_layers: 2, widths: [4, 2], activations: ['relu', 'tanh'] };
  const more = withLayers(own, 3);
  assert.deepEqual([more.widths, more.activations], [[4, 2, 2], ['relu', 'tanh', 'tanh']]);
  assert.deepEqual(withLayers(own, 1).widths, [4]);
});

test('zero lines lie where a unit is zero; a ReLU has them where it begins to rise', () => {
  // A plane that is zero on x + y / 2 = 2.25 of the grid.
  const map = (f) => Array.from({ length: 25 }, (_, k) => f((k % 5) + Math.floor(k / 5) / 2 - 2.25));
  const ends = (f) => zeroLines(map(f), 5);
  const linear = ends((v) => v);
  assert.ok(linear.length >= 16 && linear.length % 4 === 0);
  for (let k = 0; k < linear.length; k += 2) assert.ok(Math.abs(linear[k] + linear[k + 1] / 2 - 2.25) < 1e-9);
  const relu = ends((v) => Math.max(0, v));
  assert.equal(relu.length, linear.length);
  for (let k = 0; k < relu.length; k += 2) assert.ok(Math.abs(relu[k] + relu[k + 1] / 2 - 2.25) < 1);
  assert.deepEqual(ends(() => 0.5), []);
  assert.deepEqual(ends((v) => 10 + v), []);
  assert.deepEqual(ends(() => NaN), []);
});

test('a surface is fitted by squared errors, whatever was minimised before', () => {
  const { spec } = findPreset('plane/moons');
  const entropic = { ...spec, training: { ...spec.training, loss: 'cross_entropy' } };
  assert.equal(withShape(entropic, 'circles').training.loss, 'cross_entropy');
  assert.equal(withShape(entropic, 'surface').training.loss, 'half_mse');
});

test('a run goes on with other points from its weights, in both builds alike', async () => {
  const ends = [];
  for (const kind of ['simd', 'scalar']) {
    const core = await loadCore(kind);
    const spec = structuredClone(findPreset('plane/own').spec);
    spec.training.epochs = 200;
    const handle = core.create(spec);
    core.advance(handle, 100, Infinity);
    const before = core.surface(handle, { layer: 0, across: 11, map_every: 1, line_every: 5 });
    const task = { ...spec.task, points: points.added(spec.task.points, 0.5, 0.5, 1) };
    core.replacePoints(handle, { ...spec, task, training: { ...spec.training, learning_rate: 0.05, l1: 0.0001, l2: 0.001 } });
    const after = core.surface(handle, { layer: 0, across: 11, map_every: 1, line_every: 5 });
    assert.deepEqual(after.maps, before.maps, 'the weights are as they were');
    assert.equal(after.points, 5);
    assert.equal(core.describe(handle).train_labels.length, 5);
    assert.throws(() => core.replacePoints(handle, { ...spec, seed: 2 }), { message: /^seed is changed; allowed: as it was/ });
    assert.throws(() => core.replacePoints(handle, { ...spec, task: { ...task, points: [0, 0, 7, 1, 1, 1] } }), { message: /task\.points is 7 as entry 3/ });
    assert.throws(() => core.surface(handle, { layer: 9 }), { message: /^layer is 9/ });
    core.advance(handle, Infinity, Infinity);
    const { columns } = core.describe(handle);
    ends.push(Array.from(core.records(handle, core.recordCount(handle) - 1, columns.length)));
    core.destroy(handle);
  }
  assert.deepEqual(ends[0], ends[1]);
  assert.equal(ends[0][0], 200);
});

test('the bent plane turns from look to look and does not jump, where its principal axes change places', async () => {
  const [core, algebra] = [await loadCore('simd'), await loadAlgebra('simd')];
  const { spec } = findPreset('plane/checkerboard');
  const handle = core.create(spec);
  const steps = 5 * core.describe(handle).steps_per_epoch;
  const common = 3 * 441;
  /** How far the grid has moved, in its own size. */
  const moved = (now, before) => {
    let [apart, size] = [0, 0];
    for (let k = 0; k < common; k++) [apart, size] = [apart + (now[k] - before[k]) ** 2, size + now[k] ** 2];
    return Math.sqrt(apart / size);
  };
  const upright = (places, before) => {
    const turned = places.slice();
    for (let axis = 0; axis < 3; axis++) {
      let product = 0;
      for (let k = axis; k < common; k += 3) product += places[k] * before[k];
      for (let k = axis; product < 0 && k < places.length; k += 3) turned[k] = -places[k];
    }
    return turned;
  };
  let [raw, signs, turned] = [null, null, null];
  const worst = { raw: 0, signs: 0, turned: 0 };
  for (let look = 0; look < 30; look++) {
    const { places } = core.surface(handle, { layer: 1, map_every: 100 });
    const next = raw && { raw: places, signs: upright(places, signs), turned: turnedPlaces(places, turned, common, algebra.turn.bind(algebra)) };
    if (next) {
      for (const [name, before] of Object.entries({ raw, signs, turned })) worst[name] = Math.max(worst[name], moved(next[name], before));
      // It is turned as a whole: distances are as they were, of the points too.
      const far = (list) => Math.hypot(...[0, 1, 2].map((axis) => list[axis] - list[list.length - 3 + axis]));
      assert.ok(Math.abs(far(next.turned) - far(places)) < 1e-4 * far(places));
    }
    ({ raw, signs, turned } = next ?? { raw: places, signs: places, turned: places });
    core.advance(handle, steps, Infinity);
  }
  // In this run axes flip, and two of them change places: to keep their signs is not enough.
  assert.ok(worst.raw > 1.2 && worst.signs > 1.2, JSON.stringify(worst));
  assert.ok(worst.turned < 0.5, JSON.stringify(worst));
  core.destroy(handle);
});

test('weights stand in the list of parameters where the layers say, and the strongest are drawn', async () => {
  const widths = [2, 3, 4, 1];
  assert.equal(layout.parametersOf(widths), 30);
  for (let index = 0; index < 30; index++) assert.equal(layout.indexOf(widths, layout.placeOf(widths, index)), index);
  assert.deepEqual(layout.placeOf(widths, 3), { layer: 1, to: 1, from: 1 });
  assert.deepEqual(layout.placeOf(widths, 8), { layer: 1, to: 2, from: -1 });
  assert.deepEqual(layout.placeOf(widths, 29), { layer: 3, to: 0, from: -1 });
  const weights = Float32Array.from({ length: 30 }, (_, k) => (k % 2 === 0 ? 1 : -1) * k);
  const { drawn, left, most } = layout.strongest(weights, widths, 4);
  assert.deepEqual(drawn, [2, 3, 4, 5, 17, 18, 19, 20, 25, 26, 27, 28]);
  assert.deepEqual([left, most], [2 + 8, 29]);
  const placed = layout.layoutOf(widths, 400, 200);
  const [a, b] = layout.endsOf(placed, layout.placeOf(widths, 20));
  const at = (share, by) => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) + by });
  assert.equal(layout.parameterAt(widths, placed, [20], at(0.4, 5), 10), 20);
  assert.equal(layout.parameterAt(widths, placed, [20], at(0.4, 90), 10), -1);
  assert.equal(layout.parameterAt(widths, placed, [20], placed.spots[1][2], 10), 8);
  // The core has them there: with all weights into a unit 0, it gives the activation of its bias.
  const core = await loadCore('simd');
  const spec = structuredClone(findPreset('plane/xor-corners').spec);
  Object.assign(spec.network, { width: 3, hidden_layers: 2, activation: 'linear' });
  const handle = core.create(spec);
  const own = [2, 3, 3, 2];
  for (const from of [0, 1, 2]) core.setParameter(handle, layout.indexOf(own, { layer: 2, to: 1, from }), 0);
  core.setParameter(handle, layout.indexOf(own, { layer: 2, to: 1, from: -1 }), 0.75);
  const { maps, mapped } = core.surface(handle, { layer: 1 });
  assert.deepEqual(new Set(maps.slice(mapped * mapped, 2 * mapped * mapped)), new Set([0.75]));
  assert.equal(core.parameters(handle, layout.parametersOf(own))[layout.indexOf(own, { layer: 2, to: 1, from: -1 })], 0.75);
  assert.throws(() => core.setParameter(handle, layout.parametersOf(own), 1), { message: /^index is 29; allowed: the number of a parameter/ });
  core.destroy(handle);
});

test('a step is shown of networks as small as the page says, and of no larger ones', async () => {
  const core = await loadCore('simd');
  const shown = (network) => {
    const { spec } = findPreset('plane/xor-corners');
    const handle = core.create({ ...spec, network: { ...spec.network, ...network }, observe: { ...spec.observe, layer: 0 } });
    try {
      return core.nextStep(handle).length > 0;
    } catch (error) {
      assert.match(error.message, /^parameters is \d+; allowed: at most 160, in at most 6 hidden layers/);
      return false;
    } finally {
      core.destroy(handle);
    }
  };
  const { mostLayersShown, mostParametersShown } = stations;
  // One layer of w units has 5 w + 2 parameters.
  const widest = Math.floor((mostParametersShown - 2) / 5);
  assert.ok(shown({ hidden_layers: 1, width: widest }) && !shown({ hidden_layers: 1, width: widest + 1 }));
  assert.ok(shown({ hidden_layers: mostLayersShown, width: 3 }) && !shown({ hidden_layers: mostLayersShown + 1, width: 2 }));
});
