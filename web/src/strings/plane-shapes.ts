/** Names of the ready sets of points, which more than one lab offers. */
export const planeShapes = {
  xor_clouds: 'XOR: opposite quarters',
  xor_corners: 'XOR: four corners',
  circles: 'A disc in a ring',
  moons: 'Two moons',
  spirals: 'Two spirals',
  gaussians: 'Three clouds',
  checkerboard: 'A checkerboard',
  sine: 'Above or below a curve',
  surface: 'A surface to fit',
  own: 'Your own points',
};
