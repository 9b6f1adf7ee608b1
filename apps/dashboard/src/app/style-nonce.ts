declare global {
  // react-remove-scroll, inside dialogs, asks this name for the nonce of its style element.
  var __webpack_nonce__: string | undefined;
}

/** The nonce the server put into the page; style elements made by script carry it. */
export function readStyleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  globalThis.__webpack_nonce__ = nonce;
  return nonce;
}
