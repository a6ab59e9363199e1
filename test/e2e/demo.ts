import type { Page } from '@playwright/test'

/** Three weeks after the demo company's last entry: letters of every level are due. */
export const WORKING_DAY = '2026-11-22'

/** Makes a call of the program as the page makes it. */
export const call = <Out>(app: Page, name: string, input: unknown): Promise<Out> =>
  app.evaluate(
    async ([path, json]) => {
      const answer = await fetch(`/rpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      })
      return (await answer.json()).json
    },
    [name.replace('.', '/'), input] as const,
  )

/** Goes to a screen, on the day of these tests. */
export const goTo = async (app: Page, path: string): Promise<void> => {
  await app.addInitScript((day) => sessionStorage.setItem('encours.workingDay', day), WORKING_DAY)
  await app.goto(new URL(path, app.url()).href)
}

/** The demo company is the open book, and the screen is shown. */
export const openDemo = async (app: Page, path: string): Promise<void> => {
  await call(app, 'book.createDemo', { language: 'fr' })
  await goTo(app, path)
}

/** `1 234,56 €`, `−65,06` or a dash, in cents. */
export const cents = (text: string): number => {
  const digits = text.replace(/\D/g, '')
  return digits === '' ? 0 : Number(digits) * (text.includes('−') ? -1 : 1)
}
