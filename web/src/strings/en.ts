/** Words of the interface, in one place. Parts of the site add their own groups. */
export const strings = {
  site: {
    name: 'Reprise',
    footer: 'A laboratory for representation learning. Everything runs on your own machine; nothing is sent anywhere.',
    source:
      'After L. van Rossem and A. M. Saxe, <cite>When Representations Align: Universality in Representation Learning Dynamics</cite>, ICML 2024 (arXiv 2402.09142).',
    noscript: 'The labs train networks in your browser and need JavaScript. The text can be read without.',
  },
  nav: {
    label: 'Pages',
    skip: 'Skip to content',
    home: 'Home',
    twoPoints: 'Two points',
    xor: 'XOR',
    digits: 'Digits',
  },
  chart: {
    menu: 'Figure options',
    showTable: 'Show the numbers',
    hideTable: 'Hide the numbers',
    csv: 'Save as CSV',
    png: 'Save as PNG',
    key: 'solid: measured, dashed: theory',
    nothing: 'Nothing has been drawn yet.',
    fromTo: (name: string, first: string, last: string) => `${name}, from ${first} to ${last}`,
    range: (title: string, from: string, to: string) => `${title} from ${from} to ${to}`,
    keys: 'Left and right arrow keys move a reading line; Escape removes it.',
  },
  matrix: {
    of: (size: number) => `Matrix of ${size} by ${size} distances.`,
    cell: (row: string, column: string, value: string) => `${row} to ${column}: ${value}`,
    scale: 'Scale',
  },
  theme: {
    label: 'Colours',
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
};
