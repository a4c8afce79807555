/**
 * Modules that pages load together, each group in one file: a file of its own for every small module would weigh more
 * than the module says, since compression begins anew in each, and a browser asks a plain server for six files at a time.
 * Texts stay by themselves: a translated page puts its language in their place before any element is made.
 */
const groups: Record<string, RegExp> = {
  base: /node_modules\/(@lit|lit)|vite\/preload-helper|src\/(strings\/en|shell\/(format|storage|root|correlation))\.ts/,
  spec: /presets\.json|src\/(labs\/lab-element|spec\/(url|paths|link|presets|network-kind))\.ts/,
  chart:
    /src\/(chart\/(decimate|save|theme|figure-(styles|menu|frame)|plugins|chart-(options|styles)|describe|series|chart)|shell\/(turn|control-styles)|engine\/(wasm-loader|start-worker|client|records))\.ts|symbols\.css/,
  matrix: /src\/chart\/(matrix|matrix-styles|matrix-painter|colour-scale)\.ts/,
  'lab-tools': /src\/labs\/common\/(history|lab-tools|result-file|shortcuts|tools-bar)\.ts/,
  lab: /src\/(labs\/common\/(settings|still-styles|stand-in|locked-view|lit-symbol|redraw|drawing)|tutorial\/lab-link|shell\/run-bar)\.ts/,
  'training-lab': /src\/(labs\/common\/((chapter|training)-lab|slider)|engine\/run)\.ts/,
  tutorial: /src\/tutorial\/(answers-panel|reading|chapter-progress|box-styles|checkpoint|compare|draw-curve|draw-matrix|predict|reveal|lay-out)\.ts/,
};

export const codeSplitting = {
  // What they import stays where it is: some pages load that without them.
  includeDependenciesRecursively: false,
  groups: Object.entries(groups).map(([name, test]) => ({ name, test })),
};
