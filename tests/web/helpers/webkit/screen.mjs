// A screen that is not there: Xvfb. WebKitGTK's browser has no headless way. Nothing manages its windows, so who has
// the focus is said here, in X's own protocol: four requests of it, and no program more.

import { spawn } from 'node:child_process';
import { connect } from 'node:net';

const GET_GEOMETRY = 14;
const QUERY_TREE = 15;
const SET_INPUT_FOCUS = 42;
const GET_INPUT_FOCUS = 43;
const REVERT_TO_POINTER_ROOT = 1;

/** Requests to an X server that are answered one after the other. */
async function connectX(number) {
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  let held = Buffer.alloc(0);
  let wake = () => {};
  socket.on('data', (piece) => {
    held = Buffer.concat([held, piece]);
    wake();
  });
  const take = async (size) => {
    while (held.length < size) await new Promise((resolve) => (wake = resolve));
    const taken = held.subarray(0, size);
    held = held.subarray(size);
    return taken;
  };
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const head = await take(8);
  if (head[0] !== 1) throw new Error('the X server refuses its tests');
  const about = await take(4 * head.readUInt16LE(6));
  const vendor = about.readUInt16LE(16);
  const root = about.readUInt32LE(32 + 4 * Math.ceil(vendor / 4) + 8 * about[21]);

  const send = (opcode, detail, ...words) => {
    const request = Buffer.alloc(4 + 4 * words.length);
    request.writeUInt8(opcode);
    request.writeUInt8(detail, 1);
    request.writeUInt16LE(1 + words.length, 2);
    words.forEach((word, k) => request.writeUInt32LE(word, 4 + 4 * k));
    socket.write(request);
  };
  /** The answer to a request; null if it was an error. */
  const ask = async (...request) => {
    send(...request);
    const answer = await take(32);
    return answer[0] === 1 ? Buffer.concat([answer, await take(4 * answer.readUInt32LE(4))]) : null;
  };
  let last = Promise.resolve();
  const inTurn = (task) => (last = last.catch(() => {}).then(task));
  return {
    /** Windows as large as a browser's, by their numbers. */
    windows: () =>
      inTurn(async () => {
        const tree = await ask(QUERY_TREE, 0, root);
        const found = [];
        for (let k = 0; k < tree.readUInt16LE(16); k++) {
          const window = tree.readUInt32LE(32 + 4 * k);
          const geometry = await ask(GET_GEOMETRY, 0, window);
          if (geometry && geometry.readUInt16LE(16) >= 150 && geometry.readUInt16LE(18) >= 150) found.push(window);
        }
        return found;
      }),
    /** Gives a window the keyboard, and says whether it has it. A window that cannot be seen yet cannot have it. */
    focus: (window) =>
      inTurn(async () => {
        send(SET_INPUT_FOCUS, REVERT_TO_POINTER_ROOT, window, 0);
        const now = await take(0).then(() => ask(GET_INPUT_FOCUS, 0));
        // An error comes in place of the answer, and the answer after it.
        return now ? now.readUInt32LE(8) === window : (await take(32), false);
      }),
    close: () => socket.destroy(),
  };
}

/**
 * A screen of a number that no other had lately. Left to itself Xvfb takes the lowest that is free, and one that has just
 * become free may lose its socket to the screen that had it before and is still clearing up.
 */
async function startScreen() {
  const number = 100 + Math.floor(Math.random() * 30_000);
  const screen = spawn(
    '/usr/bin/Xvfb',
    [`:${number}`, '-displayfd', '1', '-screen', '0', '1600x1300x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    await new Promise((resolve, reject) => {
      screen.once('error', reject);
      screen.once('exit', () => reject(new Error(`Xvfb ended: is screen ${number} in use?`)));
      screen.stdout.once('data', resolve);
    });
    return { number, screen, ...(await connectX(number)) };
  } catch (error) {
    screen.kill();
    throw error;
  }
}

export async function openScreen() {
  const { number, screen, windows, focus, close } = await startScreen().catch(startScreen);
  return {
    display: `:${number}`,
    windows,
    focus,
    close() {
      close();
      screen.kill();
    },
  };
}
