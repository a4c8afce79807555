/** A worksheet with a block of every kind, small enough to run in a moment. */
export const worksheet = () => ({
  kind: 'reprise-worksheet',
  version: 1,
  id: 'week3xor',
  title: 'Week 3: XOR',
  language: 'en',
  blocks: [
    { kind: 'text', text: '## Before you begin\n\nFour points, *two* answers.' },
    {
      kind: 'choice',
      id: 'question-groups',
      lab: 'lab-rich',
      text: 'How many groups do the hidden points form?',
      measure: 'clusters',
      answers: [
        { value: 4, text: 'Four' },
        { value: 2, text: 'Two, one for *each* answer', feedback: 'Small weights let the data decide.' },
      ],
    },
    {
      kind: 'lab',
      id: 'lab-rich',
      lab: 'xor',
      link: '#preset=xor/rich@2&network.width=30&network.hidden_layers=4&training.epochs=1500&observe.layer=2',
      show: ['plane', 'loss'],
      after: 'question-groups',
      caption: 'A small network.',
    },
    { kind: 'reveal', for: 'question-groups', text: 'They **merge**.' },
    { kind: 'number', id: 'question-loss', lab: 'lab-rich', text: 'How large is the loss?', measure: 'loss', unit: 'half squared error', tolerance: 0.5, link: '#preset=xor/rich@2&network.width=30&network.hidden_layers=4&training.epochs=1600&observe.layer=2' },
    { kind: 'draw', id: 'question-curve', lab: 'lab-rich', text: 'Draw the loss.', measure: 'loss', top: 0.3 },
    { kind: 'matrix', id: 'question-matrix', lab: 'lab-rich', text: 'Fill in the distances.' },
    { kind: 'exercise', id: 'exercise-four', lab: 'lab-rich', text: 'Keep them apart.', needs: [{ measure: 'clusters', relation: '=', value: 4 }] },
  ],
});

/** The page on which worksheets are made. */
export async function openComposer(site) {
  const opened = await site.open('worksheet.html');
  const { page } = opened;
  await page.waitForFunction(() => customElements.get('reprise-worksheet-composer'));
  const composer = page.locator('reprise-worksheet-composer');
  const field = (name) => composer.locator(`[name="${name}"]`);
  return { opened, page, composer, field, add: (name) => composer.locator('.adding').getByRole('button', { name, exact: true }).click() };
}
