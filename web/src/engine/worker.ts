/** The engine's worker: answers requests one after another and lets the experiment run in between. */
import { Algebra } from './algebra.ts';
import { Core } from './core.ts';
import { RefusedError } from './exchange.ts';
import { Session, type SessionHost } from './session.ts';
import { soonInWorker } from './soon.ts';
import { instantiate } from './wasm-loader.ts';
import type { Spec } from '../spec/types.ts';
import type {
  EngineEvent,
  Failure,
  FromWorker,
  Gives,
  Request,
  RequestName,
  ToWorker,
} from './protocol.ts';

/** Bytes of an experiment beside which another might have no room: a run may take 1.5 GB, the module 2 GB in all. */
const largeExperiment = 400e6;

class NoExperimentError extends Error {}
class LoadError extends Error {}

/** What is compiled comes from the page, which shares it among its workers. */
let started!: (module: WebAssembly.Module) => void;
const module = new Promise<WebAssembly.Module>((resolve) => (started = resolve));
let algebraModule: WebAssembly.Module | null = null;
let core: Core | null = null;
let algebra: Algebra | null = null;
let session: Session | null = null;
const queue: Request[] = [];
let answering = false;

const post = (message: FromWorker, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

const soon = soonInWorker();

const host = (loaded: Core): SessionHost => ({
  core: loaded,
  post: (event: EngineEvent, transfer) => post(event, transfer),
  soon,
  now: () => performance.now(),
  failed: describeFailure,
});

/** Says what went wrong; after a trap the instance is not to be trusted and is given up. */
function describeFailure(error: unknown): Failure {
  if (error instanceof RefusedError) {
    return { kind: 'invalid', message: error.message, problem: error.problem };
  }
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NoExperimentError) return { kind: 'no_experiment', message };
  if (error instanceof LoadError) return { kind: 'load', message };
  if (error instanceof WebAssembly.RuntimeError) {
    core = null;
    session = null;
    return { kind: 'trap', message: `The engine stopped: ${message}` };
  }
  return { kind: 'internal', message };
}

async function loadedCore(): Promise<Core> {
  if (core) return core;
  try {
    core = new Core(await instantiate(await module));
    return core;
  } catch (error) {
    throw notLoaded(error);
  }
}

function notLoaded(error: unknown): LoadError {
  const reason = error instanceof Error ? error.message : String(error);
  return new LoadError(`The engine could not be loaded: ${reason}`);
}

/** Asks the algebra. Its trap is not the experiment's: what was asked fails, and the next asks a new instance. */
async function reckoned<T>(ask: (loaded: Algebra) => T): Promise<T> {
  try {
    algebra ??= new Algebra(await instantiate(algebraModule!));
  } catch (error) {
    throw notLoaded(error);
  }
  try {
    return ask(algebra);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    algebra = null;
    throw new Error(`The algebra stopped: ${error.message}`);
  }
}

function current(): Session {
  if (!session) throw new NoExperimentError('No experiment has been created.');
  return session;
}

/** Two large experiments have no room beside each other: the one before goes first, unless its successor is refused. */
function makeRoom(loaded: Core, spec: Spec): void {
  if (!session || session.description.memory < largeExperiment || loaded.validate(spec).problem) return;
  session.dispose();
  session = null;
}

async function answer(request: Request): Promise<Gives<RequestName>> {
  const loaded = await loadedCore();
  switch (request.name) {
    case 'validate':
      return loaded.validate(request.body.spec);
    case 'create': {
      const { spec, images, labels } = request.body;
      makeRoom(loaded, spec);
      const handle = loaded.create(spec, images, labels);
      session?.dispose();
      session = new Session(host(loaded), handle);
      return session.description;
    }
    case 'run':
      return current().start(request.body.speed ?? null);
    case 'pause':
      return current().pause();
    case 'step':
      return current().step(request.body.epochs);
    case 'reset':
      return current().reset();
    case 'dispose':
      session?.dispose();
      session = null;
      return null;
    case 'fit':
      return current().fit(request.body);
    case 'theory':
      return loaded.theory(request.body);
    case 'predict':
      return loaded.predict(request.body);
    case 'hidden':
      return current().hidden(request.body.layer);
    case 'held_out':
      return current().heldOut();
    case 'embedding': {
      const { body } = request;
      if (!body.onto) return current().embedding(body, null);
      return reckoned((loaded) => current().embedding(body, loaded.turn.bind(loaded)));
    }
    case 'scaling':
      return reckoned((loaded) => loaded.scaling(request.body));
    case 'alignment':
      return reckoned((loaded) => loaded.alignment(request.body));
    case 'overlay':
      return reckoned((loaded) => loaded.overlay(request.body));
    case 'cloud': {
      const { body } = request;
      return reckoned((loaded) => current().cloud(body, loaded.cloud.bind(loaded)));
    }
    case 'activations':
      return current().activations(request.body);
    case 'shuffle_targets':
      return current().shuffleTargets();
    case 'structure':
      return current().structure(request.body);
    case 'surface': {
      const { body } = request;
      if (!body.onto) return current().surface(body, null);
      return reckoned((loaded) => current().surface(body, loaded.turn.bind(loaded)));
    }
    case 'set_parameter':
      return current().setParameter(request.body.index, request.body.value);
    case 'next_step':
      return current().nextStep();
    case 'replace_points':
      return current().replacePoints(request.body.spec);
  }
}

async function work(): Promise<void> {
  if (answering) return;
  answering = true;
  for (let request = queue.shift(); request; request = queue.shift()) {
    const { id, name } = request;
    try {
      const result = await answer(request);
      post({ id, ok: true, result });
      // The initial state, after the reply that tells the page how to read it.
      if (name === 'create') session?.send();
    } catch (error) {
      const failure = describeFailure(error);
      post({ id, ok: false, failure });
      // Whoever asked may not care, but the experiment is lost for everyone.
      if (failure.kind === 'trap') post({ event: 'failure', failure });
    }
  }
  answering = false;
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ('start' in data) {
    started(data.start.module);
  } else if ('algebra' in data) {
    algebraModule = data.algebra.module;
  } else if ('cancel' in data) {
    const at = queue.findIndex((request) => request.id === data.cancel);
    if (at >= 0) queue.splice(at, 1);
  } else {
    queue.push(data);
    void work();
  }
};
