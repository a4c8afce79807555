// Keys and the pointer by WebDriver's actions: WebKit handles them as it handles a reader's, focus and default
// actions included. The methods are those that Playwright asks of a browser.

/** Keys that are no characters, as WebDriver writes them. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Insert: '\uE016',
  Delete: '\uE017',
  Meta: '\uE03D',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };

function keyValue(key) {
  const value = KEYS[key] ?? key;
  if ([...value].length !== 1) throw new Error(`there is no key ${key} in WebDriver`);
  return value;
}

/** @param {(actions: object[]) => Promise<void>} perform sends a list of input sources with their actions */
export function inputBy(perform) {
  const keys = (...actions) => perform([{ type: 'key', id: 'keyboard', actions }]);
  const pointer = (...actions) =>
    perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
  return {
    keyboard: {
      keydown: (progress, modifiers, name, { key }) => keys({ type: 'keyDown', value: keyValue(key) }),
      keyup: (progress, modifiers, name, { key }) => keys({ type: 'keyUp', value: keyValue(key) }),
      sendText: (progress, text) =>
        keys(
          ...[...text].flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        ),
    },
    mouse: {
      move: (progress, x, y) => pointer(moveTo(x, y)),
      down: (progress, x, y, button) => pointer({ type: 'pointerDown', button: BUTTONS[button] }),
      up: (progress, x, y, button) => pointer({ type: 'pointerUp', button: BUTTONS[button] }),
      wheel: (progress, x, y, buttons, modifiers, deltaX, deltaY) =>
        perform([
          {
            type: 'wheel',
            id: 'wheel',
            actions: [{ type: 'scroll', duration: 0, x: Math.round(x), y: Math.round(y), deltaX, deltaY }],
          },
        ]),
    },
  };
}
