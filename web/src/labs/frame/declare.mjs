// What a lab says of itself; declare.d.mts tells what that is. Plain data and plain JavaScript, so that the compiler of
// tutorials reads it in Node as the labs do in the page.

/** A number of a network's spec that many labs measure. */
export const settings = {
  gain: { words: 'gain', note: 'factor on the initial weights', min: 0 },
  width: { words: 'width', note: 'units in a hidden layer', min: 1, whole: true },
  hidden_layers: { words: 'hidden layers', min: 1, whole: true },
};

export const progress = { words: 'share of the training done', min: 0, max: 1 };

export const loss = { words: 'training loss', min: 0 };

/** How well a fitted theory explains the curves. */
export const explained = {
  r2_h: { words: 'R² of h', note: 'the share of its variation that the fitted theory explains', max: 1 },
  r2_y: { words: 'R² of y', max: 1 },
  r2_w: { words: 'R² of w', max: 1 },
};

export const worst = {
  words: 'worst explained curve',
  note: 'h, y, w: 0, 1, 2',
  min: 0,
  max: 2,
  whole: true,
};

/** The distances of two points over training time. */
export const pairCurves = {
  h: { words: 'h, squared distance of the hidden points' },
  y: { words: 'y, squared distance of the outputs' },
  w: { words: 'w, the remaining error times the difference of the outputs' },
};

export const lossCurve = { words: 'training loss' };

/** Says nothing but what it is given: it is there for its types. */
export const lab = (declaration) => declaration;
