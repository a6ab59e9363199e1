/** What the layout must know to read a logo's bytes. */
export const logoFormatOf = (logo: { mediaType: string } | null): 'svg' | 'jpg' | 'png' =>
  logo?.mediaType === 'image/svg+xml' ? 'svg' : logo?.mediaType === 'image/jpeg' ? 'jpg' : 'png'
