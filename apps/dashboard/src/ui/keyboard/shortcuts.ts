/** A key or a sequence of keys, and what it does; `run` is null where the part that owns it listens itself. */
export interface Shortcut {
  /** Keys with spaces between, as `KeyboardEvent.key` names them: `g c`, `/`, `?`. */
  readonly keys: string;
  /** What it does, as a sentence: "Open the caseload". */
  readonly does: string;
  readonly group: string;
  readonly run: (() => void) | null;
}

const settingKey = 'courseline.single-keys';
const sequenceMilliseconds = 1200;

let registered: readonly Shortcut[] = [];
let singleKeysOn = readSetting();
let typed = '';
let typedAt = 0;
const listeners = new Set<() => void>();

function readSetting(): boolean {
  try {
    return localStorage.getItem(settingKey) !== 'off';
  } catch {
    return true;
  }
}

function changed(): void {
  for (const listener of listeners) listener();
}

/** Adds a shortcut while whatever offers it is on the page; returns how to take it away. */
export function registerShortcut(shortcut: Shortcut): () => void {
  registered = [...registered, shortcut];
  changed();
  return () => {
    registered = registered.filter((each) => each !== shortcut);
    changed();
  };
}

export const shortcutStore = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  list: () => registered,
  areSingleKeysOn: () => singleKeysOn,
  setSingleKeys: (on: boolean): void => {
    singleKeysOn = on;
    try {
      localStorage.setItem(settingKey, on ? 'on' : 'off');
    } catch {
      // Private windows refuse storage: the switch then holds until the page is left.
    }
    changed();
  },
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  );
}

/** Runs the shortcut a key press completes. Single keys are off in fields, in dialogs and when switched off. */
export function handleKey(event: KeyboardEvent): void {
  if (!singleKeysOn || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || event.key.length > 1) return;
  const continued = event.timeStamp - typedAt < sequenceMilliseconds ? `${typed} ${event.key}` : event.key;
  const runnable = registered.filter((shortcut) => shortcut.run !== null);
  for (const keys of [continued, event.key]) {
    const match = runnable.findLast((shortcut) => shortcut.keys === keys);
    if (match?.run !== undefined && match.run !== null) {
      typed = '';
      event.preventDefault();
      match.run();
      return;
    }
  }
  typed = runnable.some((shortcut) => shortcut.keys.startsWith(`${event.key} `)) ? event.key : '';
  typedAt = event.timeStamp;
}
