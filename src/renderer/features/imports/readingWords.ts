import type { Inspection } from '../../../main/core/imports/imports.contract.ts'
import { useT } from '../../app/i18n.ts'

export const separatorNames = { '\t': 'tab', '|': 'pipe', ';': 'semicolon', ',': 'comma' } as const
export type Separator = keyof typeof separatorNames

export const encodingNames = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'cp850'] as const

/** The words for how a file was read. */
export const useReadingWords = () => {
  const t = useT()
  const separator = (sign: string): string => {
    const name = separatorNames[sign as Separator]
    return name ? t(`imports:separators.${name}`) : sign
  }
  const encoding = (code: string): string => {
    const known = encodingNames.find((one) => one === code)
    return known ? t(`imports:encodings.${known}`) : code
  }
  return {
    separator,
    encoding,
    size: (bytes: number): string =>
      bytes < 1_000_000
        ? t('imports:file.size.kilo', { size: Math.max(1, Math.round(bytes / 1000)) })
        : t('imports:file.size.mega', { size: Math.round(bytes / 100_000) / 10 }),
    why: (inspection: Inspection): string[] =>
      [
        inspection.mappingName
          ? t('imports:file.mapping', { name: inspection.mappingName })
          : t(`imports:why.${inspection.why}`),
        inspection.separator && t('imports:file.separatedBy', { separator: separator(inspection.separator) }),
        inspection.encoding && t('imports:file.encodedIn', { encoding: encoding(inspection.encoding) }),
      ].filter((part): part is string => Boolean(part)),
  }
}
