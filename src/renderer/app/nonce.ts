declare global {
  /** Where the components that put styles into the page at run time look for the nonce. */
  var __webpack_nonce__: string | undefined
}

/** The page's policy admits only styles that carry the nonce it was served with. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

globalThis.__webpack_nonce__ = styleNonce()
