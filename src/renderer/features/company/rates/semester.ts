import { useT } from '../../../app/i18n.ts'

/** `2026-S2` in words. */
export const useSemester = () => {
  const t = useT()
  return (semester: string): string => {
    const [year = '', half] = semester.split('-') as [string, 'S1' | 'S2']
    return t(`rates:half.${half}`, { year })
  }
}
