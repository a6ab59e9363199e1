import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { cents, openDemo } from './demo.ts'
import { expect, test } from './fixtures.ts'

const list = (app: Page) => app.getByRole('grid', { name: 'Créances' })
const balance = (app: Page) => app.getByRole('grid', { name: 'Balance âgée par client' })
const panel = (app: Page) => app.getByRole('complementary')

test.describe('items', () => {
  test('are searched, filtered and walked by keyboard', async ({ app, accessible }) => {
    await openDemo(app, '/receivables')
    await expect(list(app).getByRole('row').nth(5)).toBeVisible()
    await app.keyboard.press('/')
    await app.keyboard.type('brasserie combe')
    await expect(list(app).locator('tbody tr').first()).toContainText('Brasserie de la Combe Noire')
    await expect(app).toHaveURL(/search=brasserie/)
    await app.getByText('Échus', { exact: true }).click()
    await expect(app).toHaveURL(/show=overdue/)
    await expect(list(app).locator('tbody tr').first()).toContainText(/\d+\sj/)

    await list(app).focus()
    await app.keyboard.press('ArrowDown')
    await expect(panel(app)).toContainText('Lettrage')
    const first = (await panel(app).getByRole('heading', { level: 2 }).textContent()) ?? ''
    await app.keyboard.press('j')
    await expect(panel(app).getByRole('heading', { level: 2 })).not.toHaveText(first)
    await accessible()
    await app.keyboard.press('Escape')
    await expect(panel(app)).toBeHidden()
  })

  test('add up to the figure below them, and leave as a file', async ({ app }) => {
    await openDemo(app, '/receivables?currency=GBP')
    const rows = list(app).locator('tbody tr')
    await expect(rows).toHaveCount(5)
    const open = await rows.locator('td:last-child').allTextContents()
    const sum = open.map(cents).reduce((total, amount) => total + amount, 0)
    expect(cents((await list(app).locator('tfoot td').last().textContent()) ?? '')).toBe(sum)

    await app.getByRole('button', { name: 'Exporter' }).click()
    const [file] = await Promise.all([app.waitForEvent('download'), app.getByRole('menuitem', { name: /CSV/ }).click()])
    const text = await readFile(await file.path(), 'utf8')
    expect(text.trim().split('\n')).toHaveLength(6)
  })

  test('filters are kept under a name and taken up again', async ({ app }) => {
    await openDemo(app, '/receivables?show=credits')
    await app.getByRole('button', { name: 'Filtres enregistrés' }).click()
    await app.getByRole('menuitem', { name: 'Enregistrer ces filtres' }).click()
    await app.getByLabel('Nom du filtre').fill('À lettrer')
    await app.keyboard.press('Enter')
    await app.getByText('Ouverts', { exact: true }).click()
    await expect(app).not.toHaveURL(/show=/)
    await app.getByRole('button', { name: 'Filtres enregistrés' }).click()
    await app.getByRole('menuitem', { name: 'À lettrer' }).click()
    await expect(app).toHaveURL(/show=credits/)
  })

  test('one is put on hold with a reason, and released', async ({ app, accessible }) => {
    // Wide enough for the column of levels and holds beside the panel.
    await app.setViewportSize({ width: 1600, height: 900 })
    await openDemo(app, '/receivables?show=overdue&search=chocolaterie%20morvandeau')
    await list(app).locator('tbody tr').first().click()
    await panel(app).getByRole('button', { name: 'Suspendre les relances' }).click()
    await panel(app).getByLabel('Motif').fill('Palette livrée abîmée')
    await accessible()
    await app.keyboard.press('Enter')
    await expect(panel(app)).toContainText('Palette livrée abîmée')
    await expect(list(app).locator('tbody tr').first()).toContainText('suspendu')
    await panel(app).getByRole('button', { name: 'Lever la suspension' }).click()
    await expect(list(app).locator('tbody tr').first()).not.toContainText('suspendu')
  })
})

test.describe('aged balance', () => {
  test('agrees with the ledger, and a cell opened by keyboard lists items that add up to it', async ({
    app,
    accessible,
  }) => {
    await openDemo(app, '/receivables/aged')
    await expect(app.getByText('Grand livre − balance = 0,00')).toBeVisible()
    const [whole, ...columns] = (await balance(app).locator('tfoot td:not([data-beside])').allTextContents()).map(cents)
    expect(columns.reduce((sum, amount) => sum + amount, 0)).toBe(whole)
    await expect(balance(app).getByRole('columnheader', { name: 'dont contesté' })).toBeVisible()

    await app.keyboard.press('/')
    await app.keyboard.type('brasserie')
    await expect(balance(app).locator('tbody tr')).toHaveCount(1)
    await balance(app).focus()
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await app.keyboard.press(key)
    const cell = balance(app).locator('tbody td').nth(2)
    await app.keyboard.press('Enter')
    await expect(panel(app).getByRole('heading', { level: 2 })).toHaveText(/Brasserie de la Combe Noire, 1–30\sj/)
    const items = panel(app).getByRole('grid').locator('tbody tr td:last-child')
    await expect(items.first()).toBeVisible()
    const sum = (await items.allTextContents()).map(cents).reduce((total, amount) => total + amount, 0)
    expect(sum).toBe(cents((await cell.textContent()) ?? ''))
    await accessible()
    await app.keyboard.press('Escape')
    await expect(panel(app)).toBeHidden()
  })

  test('goes back to the end of last year, with buckets of the user’s', async ({ app }) => {
    await openDemo(app, '/receivables/aged')
    await app.getByRole('textbox', { name: 'Arrêtée au' }).click()
    await app.getByRole('button', { name: 'Fin de l’année dernière' }).click()
    await expect(app.getByText('Encours au 31/12/2025')).toBeVisible()
    await expect(app.getByText('Grand livre − balance = 0,00')).toBeVisible()

    await app.getByRole('button', { name: /Tranches/ }).click()
    const bounds = app.getByRole('textbox', { name: 'Modifier les tranches' })
    await bounds.fill('60, 15')
    await expect(app.getByText(/nombres entiers croissants/)).toBeVisible()
    await bounds.fill('15, 60')
    await app.keyboard.press('Enter')
    await expect(balance(app).getByRole('columnheader', { name: /16–60/ })).toBeVisible()
    await expect(balance(app).getByRole('columnheader', { name: /Plus de 60/ })).toBeVisible()
    await expect(app).toHaveURL(/buckets=/)
  })

  test('leaves as a workbook, a text and a document', async ({ app }) => {
    await openDemo(app, '/receivables/aged')
    await expect(balance(app)).toBeVisible()
    const starts = { XLSX: 'PK', CSV: '', PDF: '%PDF' }
    for (const [format, start] of Object.entries(starts)) {
      await app.getByRole('button', { name: 'Exporter' }).click()
      const [file] = await Promise.all([
        app.waitForEvent('download'),
        app.getByRole('menuitem', { name: new RegExp(format) }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`, 'i'))
      expect((await readFile(await file.path(), 'latin1')).startsWith(start)).toBe(true)
    }
  })
})

test('every screen is readable in the dark, at the smallest size', async ({ app, accessible }) => {
  await app.emulateMedia({ colorScheme: 'dark' })
  await app.setViewportSize({ width: 1024, height: 700 })
  await openDemo(app, '/receivables')
  await expect(list(app).locator('tbody tr').first()).toBeVisible()
  await accessible()
  await app.getByRole('tab', { name: 'Balance âgée' }).click()
  await expect(balance(app)).toBeVisible()
  await accessible()
})
