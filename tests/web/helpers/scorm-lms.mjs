// The side of a learning management system in SCORM 1.2: the run-time API over its data model, with the error codes,
// data types, vocabularies and limits of the specification (SCORM Run-Time Environment 1.2, sections 3.3 and 3.4).
// One self-contained function, so that it can be put into a page as its window.API.

/**
 * @param {Record<string, string>} stored what an earlier session has left, by element
 * @param {boolean} again whether content may begin once more after it has ended, as the systems in use allow
 */
export function makeScormApi(stored = {}, again = false) {
  const ERRORS = {
    0: 'No error',
    101: 'General exception',
    201: 'Invalid argument error',
    202: 'Element cannot have children',
    203: 'Element not an array. Cannot have count',
    301: 'Not initialized',
    401: 'Not implemented error',
    402: 'Invalid set value, element is a keyword',
    403: 'Element is read only',
    404: 'Element is write only',
    405: 'Incorrect data type',
  };
  const text = (limit) => (value) => value.length <= limit;
  const identifier = (value) => /^[A-Za-z0-9_-]{1,255}$/.test(value);
  const oneOf = (...words) => (value) => words.includes(value);
  const decimal = (value) => /^-?\d+(\.\d+)?$/.test(value);
  const score = (value) => value === '' || (decimal(value) && value >= 0 && value <= 100);
  const timespan = (value) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value);
  const time = (value) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value);
  const result = (value) =>
    oneOf('correct', 'wrong', 'unanticipated', 'neutral')(value) || decimal(value);

  // read, write: whether the content may; holds: the data type.
  const both = (holds) => ({ read: true, write: true, holds });
  const reads = { read: true, write: false };
  const writes = (holds) => ({ read: false, write: true, holds });
  const ELEMENTS = {
    'cmi.core.student_id': reads,
    'cmi.core.student_name': reads,
    'cmi.core.lesson_location': both(text(255)),
    'cmi.core.credit': reads,
    'cmi.core.lesson_status': both(
      // "not attempted" is the system's to say.
      oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed'),
    ),
    'cmi.core.entry': reads,
    'cmi.core.score.raw': both(score),
    'cmi.core.score.min': both(score),
    'cmi.core.score.max': both(score),
    'cmi.core.total_time': reads,
    'cmi.core.lesson_mode': reads,
    'cmi.core.exit': writes(oneOf('time-out', 'suspend', 'logout', '')),
    'cmi.core.session_time': writes(timespan),
    'cmi.suspend_data': both(text(4096)),
    'cmi.launch_data': reads,
    'cmi.comments': both(text(4096)),
  };
  const INTERACTION = {
    id: writes(identifier),
    time: writes(time),
    type: writes(
      oneOf('true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'),
    ),
    weighting: writes(decimal),
    student_response: writes(text(255)),
    result: writes(result),
    latency: writes(timespan),
  };
  const CHILDREN = {
    'cmi.core':
      'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
    'cmi.core.score': 'raw,min,max',
    'cmi.interactions': Object.keys(INTERACTION).join(','),
  };

  let state = 'before';
  let last = 0;
  const interactions = [];
  const data = {
    'cmi.core.student_id': 's1',
    'cmi.core.student_name': 'Reader, A.',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.total_time': '0000:00:00.00',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.credit': 'credit',
    ...stored,
  };
  const calls = [];
  const faults = [];
  const fail = (code, call) => {
    last = code;
    if (code !== 0) faults.push(`${code} ${call}`);
    return code === 0;
  };
  const note = (name, ...given) => {
    const call = `${name}(${given.join(', ')})`;
    calls.push(call);
    return call;
  };

  /** The definition of an element, or the error of asking for it. */
  function find(element, setting) {
    if (ELEMENTS[element]) return ELEMENTS[element];
    const keyword = /^(.*)\.(_children|_count|_version)$/.exec(element);
    if (keyword) {
      const [, parent, word] = keyword;
      if (setting) return 402;
      if (word === '_children') return CHILDREN[parent] ? reads : 202;
      if (word === '_count') return parent === 'cmi.interactions' ? reads : 203;
    }
    const interaction = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(element);
    if (interaction) {
      const [, index, name] = interaction;
      // Entries are begun in order, without gaps.
      if (Number(index) > interactions.length) return 201;
      return INTERACTION[name] ?? 201;
    }
    return /^cmi\.(objectives|student_data|student_preference)\b/.test(element) ? 401 : 201;
  }

  const api = {
    LMSInitialize(parameter) {
      const call = note('LMSInitialize', parameter);
      if (parameter !== '') return String(fail(201, call));
      if (state !== 'before' && !(again && state === 'finished')) return String(fail(101, call));
      state = 'running';
      return String(fail(0, call));
    },
    LMSFinish(parameter) {
      const call = note('LMSFinish', parameter);
      if (parameter !== '') return String(fail(201, call));
      if (state !== 'running') return String(fail(301, call));
      state = 'finished';
      return String(fail(0, call));
    },
    LMSGetValue(element) {
      const call = note('LMSGetValue', element);
      if (state !== 'running') return fail(301, call) || '';
      const found = find(element, false);
      if (typeof found === 'number') return fail(found, call) || '';
      if (!found.read) return fail(404, call) || '';
      fail(0, call);
      if (element === 'cmi.interactions._count') return String(interactions.length);
      if (element.endsWith('._children')) return CHILDREN[element.slice(0, -'._children'.length)];
      return data[element] ?? '';
    },
    LMSSetValue(element, value) {
      const call = note('LMSSetValue', element, value);
      if (state !== 'running') return String(fail(301, call));
      const found = find(element, true);
      if (typeof found === 'number') return String(fail(found, call));
      if (!found.write) return String(fail(403, call));
      if (typeof value !== 'string' || !found.holds(value)) return String(fail(405, call));
      const interaction = /^cmi\.interactions\.(\d+)\.(\w+)$/.exec(element);
      if (interaction) (interactions[interaction[1]] ??= {})[interaction[2]] = value;
      else data[element] = value;
      return String(fail(0, call));
    },
    LMSCommit(parameter) {
      const call = note('LMSCommit', parameter);
      if (parameter !== '') return String(fail(201, call));
      return String(fail(state === 'running' ? 0 : 301, call));
    },
    LMSGetLastError: () => String(last),
    LMSGetErrorString: (code) => ERRORS[code] ?? '',
    LMSGetDiagnostic: (code) => ERRORS[code || last] ?? '',
  };
  return { api, data, interactions, calls, faults, state: () => state };
}
