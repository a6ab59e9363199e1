/** The demo company's mark: an open box, drawn so that it needs no font. */
export const demoLogo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <path fill="#1f4e79" d="M32 30 8 20v26l24 12z"/>
  <path fill="#3f7cb3" d="M32 30 56 20v26L32 58z"/>
  <path fill="#9dc1e0" d="m8 20 24 10L22 38-2 27z"/>
  <path fill="#c8dcee" d="M56 20 32 30l10 8 24-11z"/>
</svg>
`
