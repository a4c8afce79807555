// A small client for WebDriver, as much of it as the tests need: WebKitGTK's browser speaks nothing else.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A driver's address: starts the program and waits until it answers. */
async function startDriver(program, port, env) {
  const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    const answered = await fetch(`${address}/status`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return { driver, address };
    if (tries > 100) {
      driver.kill();
      throw new Error(`${program} does not answer on port ${port}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts a session: `call(method, path, body)` and `close()`. */
export async function openSession({ program, capabilities, env = process.env }) {
  if (!existsSync(program)) throw new Error(`no ${program}`);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const { driver, address } = await startDriver(program, port, env);
  const request = async (method, path, body) => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    const { sessionId } = await request('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const call = (method, path, body) => request(method, `/session/${sessionId}${path}`, body);
    await call('POST', '/timeouts', { script: 120_000, pageLoad: 120_000 });
    return {
      call,
      async close() {
        await call('DELETE', '').catch(() => {});
        driver.kill();
      },
    };
  } catch (error) {
    driver.kill();
    throw error;
  }
}
