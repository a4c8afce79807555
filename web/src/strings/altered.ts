/** Words of the lab that breaks the equations. */
import type { Alteration, Factor, Term } from '../labs/altered/systems.ts';

const names: Record<Alteration | 'paper', string> = {
  paper: 'the theory',
  double_h: 'h′ doubled',
  double_y: 'y′ doubled',
  drop_second_y: 'second term of y′ dropped',
  flip_last_w: 'last term of w′ flipped',
};

const terms: Record<Term, string> = {
  h_scale: 'the term of h′',
  y_first: 'the first term of y′',
  y_second: 'the second term of y′',
  w_first: 'the first term of w′',
  w_last: 'the last term of w′',
};

const factors: Record<Factor, string> = {
  1: 'as it is',
  2: 'doubled',
  [-1]: 'with its sign flipped',
  0: 'dropped',
};

export const alteredStrings = {
  label: 'Break the equations',
  names,
  toggles: {
    double_h: 'double h′',
    double_y: 'double y′',
    drop_second_y: 'drop its second term',
    flip_last_w: 'flip its last term',
  } satisfies Record<Alteration, string>,
  terms,
  factors,
  term: (term: string, state: string) => `(${term}, ${state})`,
  press: (next: string) => `Press to have it ${next}`,
  own: 'your equations',
  equations: 'The equations that are fitted',
  restore: 'The theory as it is',
  note: 'Press a term to double it, flip its sign or drop it. X and Y are the squared distances of the two inputs and of the two targets. Both rates η are fitted anew to whatever the equations say.',
  chart: {
    heading: (system: string) => `Two points and ${system}`,
    unit: 'squared distances',
    time: 'time (epochs)',
    press: 'Press Run, then change a term.',
    key: 'solid: measured in the network, dashed: these equations, fitted',
  },
  table: {
    title: 'Misfit of each system',
    system: 'equations',
    misfit: 'misfit',
    times: 'times the theory’s',
    r2: (quantity: string) => `R² of ${quantity}`,
    caption:
      'Misfit: sum of squared errors over h, y and w, all records. R² is 1 where a curve is matched exactly.',
    waiting: 'Once the network has trained, the equations are fitted to it here.',
  },
  waiting: 'Preparing the network …',
  ready: (width: number, layers: number) =>
    `Ready: ${layers} hidden layers of ${width} units. Run it, and the equations are fitted to what it does.`,
  progress: (epoch: number, epochs: number) => `Epoch ${epoch} of ${epochs}.`,
  misfit: (system: string, misfit: string) => `Fitted by ${system}: misfit ${misfit}.`,
  times: (times: string) => `That is ${times} times the misfit of the theory.`,
  worst: (quantity: string, r2: string) => `The worst fit is that of ${quantity}, with R² ${r2}.`,
  noFit: 'No rates could be found for these equations.',
  drawn: (curve: string) => `${curve}, as you drew it`,
};
