// Every lab's declaration, in the order of the list in tutorials/README.md. A new lab needs its line here.

import { declaration as altered } from './altered/declaration.mjs';
import { declaration as collapse } from './collapse/declaration.mjs';
import { declaration as digits } from './digits/declaration.mjs';
import { declaration as gainSweep } from './gain-sweep/declaration.mjs';
import { declaration as networks } from './networks/declaration.mjs';
import { declaration as plane } from './plane/declaration.mjs';
import { declaration as twoPoints } from './two-points/declaration.mjs';
import { declaration as xor } from './xor/declaration.mjs';

export const declarations = [
  twoPoints,
  xor,
  gainSweep,
  digits,
  collapse,
  plane,
  networks,
  altered,
];
