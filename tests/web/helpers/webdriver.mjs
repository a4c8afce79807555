// A small client for WebDriver, as much of it as the tests need: WebKitGTK's browser takes its input by it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Starts a driver and waits until it answers: `openSession(capabilities)` and `close()`. */
export async function startDriver(program, { args = [] } = {}) {
  if (!existsSync(program)) throw new Error(`no ${program}`);
  // Below the ports that systems give to those who ask for any. One may be taken all the same; then a driver ends.
  let address;
  let driver;
  const spawnDriver = () => {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    address = `http://127.0.0.1:${port}`;
    driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1', ...args], { stdio: 'ignore' });
  };
  spawnDriver();
  const request = async (method, path, body) => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    const answered = await fetch(`${address}/status`).then(
      (response) => response.ok,
      () => false,
    );
    const ended = driver.exitCode !== null || driver.signalCode !== null;
    if (answered && !ended) break;
    if (tries > 1200) {
      driver.kill();
      throw new Error(`${program} does not answer at ${address}`);
    }
    if (ended) spawnDriver();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    /** Opens a session: `call(method, path, body)`. */
    async openSession(capabilities) {
      const { sessionId } = await request('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
      return { call: (method, path, body) => request(method, `/session/${sessionId}${path}`, body) };
    },
    close: () => driver.kill(),
  };
}
