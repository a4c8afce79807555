/** Words of the digits lab's settings, fetched by the labs that show them. */
const count = (n: number) => n.toLocaleString('en');

export const digitsSettingsStrings = {
  start: 'Start from',
  ownSources: { custom: 'Your own pictures', cifar10: 'Photographs (CIFAR-10)' },
  trainCount: 'Training pictures',
  trainHint: 'What the network learns from, spread evenly over the digits.',
  upTo: (n: number) => `At most ${count(n)} here.`,
  whole: (least: number, most: number) => `a whole number from ${count(least)} to ${count(most)}`,
  refused: (value: string, allowed: string) => `${value} cannot be used; allowed: ${allowed}.`,
  batchSetAside: (batch: number) =>
    `These are fewer than a batch of ${count(batch)}: every step uses them all. From ${count(batch)} pictures on, batches are of ${count(batch)} again.`,
  heldOutCount: 'Held-out pictures',
  heldOutHint: 'Never trained on: they test what the network has learnt.',
  settings: 'More settings',
  parameters: (n: number) => `${count(n)} weights and biases`,
};
