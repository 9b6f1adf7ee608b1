export interface LinkPart {
  readonly text: string;
  /** Null for words; an address that the browser opens for a link. */
  readonly href: string | null;
}

const address = /https?:\/\/[^\s<>"]+/g;

/** A text cut into words and the http addresses in it. Anything else that looks like a link stays words. */
export function linkParts(text: string): readonly LinkPart[] {
  const parts: LinkPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: found, href: found });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}
