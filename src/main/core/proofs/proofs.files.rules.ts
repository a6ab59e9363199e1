/** Content that runs when it is opened, by the extension that names its real type. */
const PROGRAMS = new Set(
  'exe elf macho class jar lnk alias apk deb rpm xpi crx swf chm drc reg msi sh wasm dmg'.split(' '),
)

/** Office documents that carry macros. */
const MACROS = new Set('docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam'.split(' '))

/** Names that a system runs, whatever their content is: programs, scripts, shortcuts, pages that may hold scripts. */
const RUN_BY_NAME = new Set([
  ...PROGRAMS,
  ...MACROS,
  ...'bat cmd com scr pif cpl msc msp mst ps1 psm1 vbs vbe js jse mjs wsf wsh hta inf scf url desktop app command pkg run bin py pl rb php jnlp gadget application appref-ms settingcontent-ms iso img vhd vhdx html htm xhtml shtml mht mhtml svg'.split(
    ' ',
  ),
])

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * A file's own name, as the system will read it: no folders, no characters that turn the reading direction round or are
 * not seen (`facture\u202Efdp.exe` shows as a PDF), no dots or spaces at its end, which Windows drops.
 */
export const cleanName = (name: string): string => {
  const own = (name.split(/[\\/]/).at(-1) ?? '').replace(UNSEEN, '').replace(/[<>:"|?*]/g, '_')
  return own.replace(/[. ]+$/, '').trim() || 'document'
}

/** What follows the last dot of a name, in lower case; empty without one. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** A type found by content: the extension that usually names it, and its media type. */
export type ContentType = { ext: string; mime: string }

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && [...text].every((character, i) => bytes[i] === character.charCodeAt(0))

const TEXTS: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  eml: 'message/rfc822',
  htm: 'text/html',
  html: 'text/html',
  json: 'application/json',
}

/** The type of content without a signature: a script by its first line, a text by its name, else unknown. */
export const typeWithoutSignature = (name: string, bytes: Uint8Array): ContentType => {
  const ext = extensionOf(name)
  if (startsWith(bytes, '#!')) return { ext: 'sh', mime: 'text/x-shellscript' }
  const text = !bytes.subarray(0, 4096).includes(0)
  return { ext, mime: (text && TEXTS[ext]) || 'application/octet-stream' }
}

/** Something that runs under the name of something that does not: the only contradiction that is refused. */
export const isDisguised = (name: string, content: ContentType): boolean =>
  (PROGRAMS.has(content.ext) || MACROS.has(content.ext)) && !RUN_BY_NAME.has(extensionOf(name))

/** Opened outside only after a warning: a program, a script, a shortcut, a page or a document with macros. */
export const isExecutable = (name: string, mediaType: string): boolean =>
  RUN_BY_NAME.has(extensionOf(name)) || RUNNING_TYPES.has(mediaType)

const RUNNING_TYPES = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/x.ms.shortcut',
  'text/x-shellscript',
  'text/html',
  'image/svg+xml',
])
