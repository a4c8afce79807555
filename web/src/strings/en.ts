import type { Problem } from '../engine/protocol.ts';

/** Words of the interface, in one place. Parts of the site add their own groups. */
export const strings = {
  chart: {
    menu: 'Figure options',
    showTable: 'Show the numbers',
    hideTable: 'Hide the numbers',
    csv: 'Save as CSV',
    png: 'Save as PNG',
    svg: 'Save as SVG',
    key: 'solid: measured, dashed: theory',
    nothing: 'No data yet.',
    fromTo: (name: string, first: string, last: string) => `${name}, from ${first} to ${last}`,
    single: (name: string, value: string, at: string) => `${name}, ${value} at ${at}`,
    between: (name: string, least: string, greatest: string) => `${name}, between ${least} and ${greatest}`,
    upright: (name: string, at: string) => `${name}, at ${at}`,
    lowest: (value: string, at: string) => `lowest ${value} at ${at}`,
    highest: (value: string, at: string) => `highest ${value} at ${at}`,
    range: (title: string, from: string, to: string) => `${title} from ${from} to ${to}`,
    below: (least: string) => `values below ${least} are not drawn`,
    line: (heading: string) => `Reading line: ${heading}`,
    noLine: 'not set',
    keys: 'Left and right arrow keys move a reading line; Escape removes it.',
  },
  matrix: {
    of: (size: number) => `Matrix of ${size} by ${size} distances.`,
    cell: (row: string, column: string, value: string) => `${row} to ${column}: ${value}`,
    cells: (heading: string) => `Cell: ${heading}`,
    noCell: 'none selected',
    keys: 'Arrow keys move from cell to cell; Escape leaves the matrix.',
    scale: 'Scale',
  },
  run: {
    label: 'Run',
    run: 'Run',
    resume: 'Resume',
    pause: 'Pause',
    again: 'Run again',
    step: 'Step',
    stepTitle: (epochs: number) => (epochs === 1 ? 'Advance one epoch' : `Advance ${epochs} epochs`),
    reset: 'Reset',
    resetTitle: 'Back to the same initial weights',
    newSeed: 'New seed',
    speed: 'Speed',
    fullSpeed: 'Full',
    perSecond: (epochs: number) => `${epochs} epochs/s`,
    progress: 'Progress of the run',
    epochOf: (epoch: number, epochs: number) => `epoch ${epoch} of ${epochs}`,
    rate: (rate: string) => `${rate} epochs/s`,
    left: (time: string) => `about ${time} left`,
    states: { idle: 'ready', paused: 'paused', finished: 'finished', diverged: 'diverged' },
  },
  unknownInLink: (names: string, preset: string) =>
    `This link names what does not exist here, and that was left out: ${names}. Open is “${preset}” with the rest of what the link says.`,
  seed: (seed: number) => `Seed ${seed}`,
  /** Why core refuses settings: in its own words. */
  refused: ({ message }: Problem) => message,
  /** A lab that waits for a prediction. */
  locked: {
    why: 'Make your prediction in the question above to open this.',
    open: 'Open it without predicting',
  },
  failure: {
    load: 'The engine could not be started.',
    other: 'Something went wrong in the engine. Your settings are kept.',
    again: 'Try again',
    trap: 'The engine stopped unexpectedly. Your settings are kept.',
    restart: 'Start over',
  },
  update: {
    ready:
      'A new version of this site is ready. All its open pages will reload; your settings stay in the address, and a run starts over.',
    now: 'Update now',
    later: 'Later',
  },
  theme: {
    label: 'Colours',
    auto: 'Match system',
    light: 'Light',
    dark: 'Dark',
  },
};
