/**
 * Modules that pages load together, each group in one file: a file of its own for every small module would weigh more
 * than the module says, since compression begins anew in each.
 */
const groups: Record<string, RegExp> = {
  base: /src\/(strings\/en|shell\/(format|storage|root|correlation))\.ts/,
  spec: /src\/(labs\/lab-element|spec\/(url|paths|link|presets))\.ts/,
  figure: /src\/chart\/(decimate|save|theme|figure-styles|figure-menu)\.ts/,
  'lab-tools': /src\/labs\/common\/(history|lab-tools|result-file|shortcuts|tools-bar)\.ts/,
  lab: /src\/(labs\/common\/(settings|still-styles|locked-view|lit-symbol|redraw|drawing)|tutorial\/lab-link)\.ts/,
  'training-lab': /src\/(labs\/common\/((chapter|training)-lab|slider)|engine\/run)\.ts/,
};

export const codeSplitting = {
  // What they import stays where it is: some pages load that without them.
  includeDependenciesRecursively: false,
  groups: Object.entries(groups).map(([name, test]) => ({ name, test })),
};
