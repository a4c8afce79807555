// A client of WebKitGTK's remote inspector, as much of it as a page's messages need. It can be there beside a driver.
// A message is its length (four bytes, big end first), a byte that tells the order of bytes in what follows, a name
// ended by zero, and its parameters as GLib lays them out: numbers of eight bytes, and a text, ended by zero, last.

import { connect } from 'node:net';

const LITTLE_END_FIRST = 1;
/** The browser's own process; pages' processes follow, which hold no pages to inspect. */
const BROWSER = 1n;

/** Connects to a browser's inspector: `openTarget(number)` and `close()`. */
export async function connectInspector(port) {
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {});
  const targets = new Map();

  function send(name, numbers, text) {
    const parameters = Buffer.alloc(8 * numbers.length);
    numbers.forEach((number, k) => parameters.writeBigUInt64LE(number, 8 * k));
    const words = text === undefined ? [] : [Buffer.from(`${text}\0`)];
    const body = Buffer.concat([Buffer.from(`${name}\0`), parameters, ...words]);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(body.length);
    head.writeUInt8(LITTLE_END_FIRST, 4);
    socket.write(Buffer.concat([head, body]));
  }

  function receive(body) {
    const end = body.indexOf(0);
    if (body.toString('latin1', 0, end) !== 'SendMessageToFrontend') return;
    const parameters = body.subarray(end + 1);
    const target = targets.get(parameters.readBigUInt64LE(8));
    target?.receive(JSON.parse(parameters.toString('utf8', 16, parameters.length - 1)));
  }

  let pieces = [];
  let held = 0;
  socket.on('data', (piece) => {
    pieces.push(piece);
    held += piece.length;
    // Put together only once enough is there: a message may come in hundreds of pieces.
    for (;;) {
      if (pieces[0].length < 5 && pieces.length > 1) pieces = [Buffer.concat(pieces)];
      if (held < 5 || held < 5 + pieces[0].readUInt32BE()) return;
      const all = pieces.length > 1 ? Buffer.concat(pieces) : pieces[0];
      const whole = 5 + all.readUInt32BE();
      pieces = all.length > whole ? [all.subarray(whole)] : [];
      held -= whole;
      receive(all.subarray(5, whole));
      if (held === 0) return;
    }
  });
  socket.on('close', () => targets.forEach((target) => target.transport.onclose?.()));
  send('SetupInspectorClient', [], '');

  return {
    /** A transport to a target, as Playwright takes it; null if nothing answers under that number. */
    async openTarget(number) {
      const id = BigInt(number);
      const early = [];
      let answer;
      const answered = new Promise((resolve) => (answer = resolve));
      const transport = {
        onmessage: undefined,
        onclose: undefined,
        open: () => early.splice(0).forEach((message) => transport.onmessage?.(message)),
        send: (message) => send('SendMessageToBackend', [BROWSER, id], JSON.stringify(message)),
        close() {
          if (!targets.delete(id)) return;
          send('FrontendDidClose', [BROWSER, id]);
          setImmediate(() => transport.onclose?.());
        },
      };
      const receiveMessage = (message) => {
        answer(true);
        if (transport.onmessage) transport.onmessage(message);
        else early.push(message);
      };
      targets.set(id, { transport, receive: receiveMessage });
      send('Setup', [BROWSER, id]);
      const timer = setTimeout(() => answer(false), 1500);
      const found = await answered;
      clearTimeout(timer);
      if (!found) targets.delete(id);
      return found ? transport : null;
    },
    close: () => socket.destroy(),
  };
}
