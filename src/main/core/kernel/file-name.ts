const LONGEST_STEM = 120

// Windows keeps these for devices, with any extension and in any case.
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i

/**
 * A name as a file may bear it on every system, whatever a customer or another program called it: no folder, no sign that
 * a system reserves, none that hides or turns the rest of the name (`fdp.exe` read from the right), no device of Windows.
 */
export const safeFileName = (name: string): string => {
  const last = name.normalize('NFC').toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const kept = last
    .replace(/[\p{Cf}\uFFFD]/gu, '')
    .replace(/[<>:"|?*\p{Cc}\p{Zl}\p{Zp}]/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,10})?$/s.exec(kept) ?? []
  const short = stem
    .slice(0, LONGEST_STEM)
    .toWellFormed()
    .replace(/[.\s\uFFFD]+$/, '')
  if (short === '') return 'document'
  // A device is one by what stands before the first full stop.
  return `${DEVICE.test(short.split('.')[0]?.trim() ?? '') ? '_' : ''}${short}${extension}`
}

/** The first of `a.pdf`, `a (2).pdf`, `a (3).pdf`… that is not taken; systems that do not tell case are minded. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  const [, stem = '', extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(name) ?? []
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${stem} (${n})${extension}`
    if (!taken.has(free.toLowerCase())) return free
  }
}
