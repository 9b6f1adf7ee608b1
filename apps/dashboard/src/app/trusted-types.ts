interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createHTML: (markup: string) => string }): unknown;
}

/**
 * The only text that may reach innerHTML is a style sheet: Mantine writes its variables that way. Anything with
 * a tag in it is refused, wherever it comes from.
 */
export function refuseMarkup(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  trustedTypes?.createPolicy('default', {
    createHTML(markup) {
      if (markup.includes('<')) throw new TypeError('Markup from a string is not allowed.');
      return markup;
    },
  });
}
