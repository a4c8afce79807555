// A small client for WebDriver, as much of it as the tests need: WebKitGTK's browser takes its input by it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Starts a driver and waits until it answers: `openSession(capabilities)` and `close()`. */
export async function startDriver(program, { args = [] } = {}) {
  if (!existsSync(program)) throw new Error(`no ${program}`);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const address = `http://127.0.0.1:${port}`;
  const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1', ...args], { stdio: 'ignore' });
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
    if (answered) break;
    if (tries > 1200) {
      driver.kill();
      throw new Error(`${program} does not answer on port ${port}`);
    }
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
