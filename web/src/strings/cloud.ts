/** Words of a cloud of points that can be turned. */
export const cloudStrings = {
  keys: 'Arrow keys turn the cloud, plus and minus change its size, Home resets the view.',
  tools: 'Turn the cloud',
  left: 'Turn left',
  right: 'Turn right',
  up: 'Tilt up',
  down: 'Tilt down',
  smaller: 'Smaller',
  larger: 'Larger',
  front: 'Reset the view',
  turning: 'Turn slowly',
};
