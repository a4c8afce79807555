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
  theme: {
    label: 'Colours',
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
};
