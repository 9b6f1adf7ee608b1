const focusable = 'input, textarea, select, button, a[href], [tabindex]:not([tabindex="-1"])';

/** What takes the focus in a field: the field itself, or the first thing in it that Tab would reach. */
function targetIn(field: HTMLElement): HTMLElement | null {
  if (field.matches(focusable)) return field;
  const inside = [...field.querySelectorAll<HTMLElement>(focusable)];
  return inside.find((each) => each.tabIndex >= 0 && !each.matches(':disabled')) ?? null;
}

function focus(field: HTMLElement | undefined): boolean {
  const target = field === undefined ? null : targetIn(field);
  if (target === null) return false;
  target.focus({ preventScroll: true });
  // A question comes into view with all of its answers.
  (target.closest('[data-scrolls-whole]') ?? target).scrollIntoView({ block: 'nearest' });
  return true;
}

function fieldsOf(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => targetIn(each) !== null);
}

/**
 * Goes to a field by its name; where there is none, to the first of the group it names (`vitals/end`), or to what
 * stands for the group it is in (`answers/phq-9` for `answers/phq-9/9`). False when there is nothing of that name.
 */
export function focusField(root: ParentNode, name: string): boolean {
  const fields = fieldsOf(root, '[data-field]');
  const named = (each: HTMLElement) => each.dataset['field'] ?? '';
  const group = name.slice(0, Math.max(0, name.lastIndexOf('/')));
  return focus(
    fields.find((each) => named(each) === name) ??
      fields.find((each) => named(each).startsWith(`${name}/`)) ??
      fields.find((each) => group !== '' && named(each) === group),
  );
}

/** Goes to the next field of the keyboard's flow after this place, in the order of the page. False at its end. */
export function focusNextInFlow(root: ParentNode, from: Node): boolean {
  const isAfter = (each: HTMLElement) =>
    !from.contains(each) && (from.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return focus(fieldsOf(root, '[data-flow]').find(isAfter));
}
