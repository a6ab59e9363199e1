const syntaxes: Record<string, string> = { cii: 'CII', ubl: 'UBL', 'zugferd-1': 'ZUGFeRD 1' }

/** `CII, basicwl`: the syntax by its name, the profile by the end of the identifier that the file gives. */
export const formatName = (syntax: string, profile: string): string => {
  const own = profile.split(/[#:]/).filter(Boolean).at(-1) ?? ''
  const name = syntaxes[syntax] ?? syntax
  return own === '' ? name : `${name}, ${own}`
}
