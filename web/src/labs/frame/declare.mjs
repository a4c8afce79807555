// What a lab says of itself; declare.d.mts tells what that is. Plain data and plain JavaScript, so that the compiler of
// tutorials reads it in Node as the labs do in the page.

/** A number of a network's spec that many labs measure. */
export const settings = {
  gain: { words: 'initial gain', min: 0 },
  width: { words: 'units in a hidden layer', min: 1, whole: true },
  hidden_layers: { words: 'number of hidden layers', min: 1, whole: true },
};

export const progress = { words: 'share of the training done', min: 0, max: 1 };

/** How well a fitted theory explains the curves. */
export const explained = {
  r2_h: { words: 'share of the variation of h that the fitted theory explains', max: 1 },
  r2_y: { words: 'the same of y', max: 1 },
  r2_w: { words: 'the same of w', max: 1 },
};

export const worst = {
  words: 'which of h, y, w (0, 1, 2) the fitted theory explains worst',
  min: 0,
  max: 2,
  whole: true,
};

/** Says nothing but what it is given: it is there for its types. */
export const lab = (declaration) => declaration;
