// What a reader feels while a lab trains at full speed: how much longer an epoch takes than the same steps by
// themselves, with and without the records that the lab asks for, and what the page's main thread does meanwhile. The
// site is the built one, curves in view.

const MANY = 1_000_000;

/** Epochs are more than can be trained while it is measured. */
export const LABS = [
  { name: 'two points', tag: 'reprise-two-points', address: 'two-points.html#preset=two-points/default&training.epochs=100000' },
  { name: 'digits', tag: 'reprise-digits-lab', address: 'digits.html#preset=digits/three-classes&training.epochs=20000' },
  { name: 'feature collapse', tag: 'reprise-collapse-lab', address: 'feature-collapse.html#preset=feature-collapse/rich&training.epochs=100000' },
  { name: 'plane', tag: 'reprise-plane-lab', address: 'plane.html#preset=plane/circles&training.epochs=500000' },
  // Three workers that wait for one another, and are looked at forty times a run.
  { name: 'two networks', tag: 'reprise-networks-lab', address: 'two-networks.html#preset=networks/rich&training.epochs=4000', together: true },
];

/** Runs in the page: counts frames, long tasks and epochs for a while. */
function count([tag, milliseconds]) {
  const run = document.querySelector(tag).lab;
  let frames = 0;
  const tasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const epoch = run.epoch;
  const start = performance.now();
  return new Promise((resolve) => {
    requestAnimationFrame(function frame(now) {
      if (now - start < milliseconds) {
        frames++;
        requestAnimationFrame(frame);
        return;
      }
      const seconds = (performance.now() - start) / 1000;
      tasks.push(...observer.takeRecords().map(({ duration }) => duration));
      observer.disconnect();
      resolve({
        running: run.running,
        spec: run.spec,
        stepsPerEpoch: run.description.steps_per_epoch,
        frames: frames / seconds,
        longest: Math.max(0, ...tasks),
        tasks: tasks.length,
        perEpoch: (1000 * seconds) / (run.epoch - epoch),
      });
    });
  });
}

/** Trains a lab in a page of its own, and counts from its second second on. */
async function watchLab(browser, origin, { name, tag, address }, milliseconds) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await page.goto(`${origin}/${address}`);
    const bar = page.locator(`${tag} reprise-run-bar`).first();
    await bar.locator('select').selectOption('null');
    await bar.locator('button.main').click();
    await page.waitForFunction((name) => document.querySelector(name).lab.running, tag);
    await page.waitForTimeout(1000);
    const found = await page.evaluate(count, [tag, milliseconds]);
    if (!found.running) throw new Error(`${name}: the run was over before it was measured`);
    return found;
  } finally {
    await page.close();
  }
}

/**
 * Every lab's row: { name, together, frames (a second), longest (task, ms), tasks (over 50 ms), perEpoch (ms), alone and
 * recorded (how many times as long as its steps by themselves, without records and with them) }; medians of the rounds.
 */
export async function measureLabs(browser, origin, bench, { rounds, milliseconds }) {
  const rows = [];
  for (const lab of LABS) {
    const seen = [];
    for (let round = 0; round < rounds; round++) {
      const found = await watchLab(browser, origin, lab, milliseconds);
      const { spec, stepsPerEpoch, perEpoch } = found;
      // At once, before the machine does something else.
      const epochOf = async (every) => {
        const observe = { ...spec.observe, every };
        const one = { ...spec, observe, training: { ...spec.training, epochs: MANY } };
        return stepsPerEpoch * (await bench.evaluate((args) => window.bench.stepTime(...args), [one, milliseconds / 4]));
      };
      const [alone, recorded] = [await epochOf(MANY), await epochOf(spec.observe.every)];
      seen.push({ ...found, alone: perEpoch / alone, recorded: perEpoch / recorded });
    }
    const middle = (key) => seen.map((one) => one[key]).sort((a, b) => a - b)[rounds >> 1];
    const keys = ['frames', 'longest', 'tasks', 'perEpoch', 'alone', 'recorded'];
    rows.push({ ...lab, ...Object.fromEntries(keys.map((key) => [key, middle(key)])) });
  }
  return rows;
}
