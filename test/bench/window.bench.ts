import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../e2e/chromium.ts'
import { openBenchBook } from './books.ts'
import { type Bench, median, withFolder } from './harness.ts'

const ITEMS = 100_000
const CUSTOMERS = 10_000
const STARTS = 5
const host = resolve(import.meta.dirname, '../../out/main/web.js')
const size = { width: 1280, height: 800 }

/** The least that a page of this machine can be: a server of three lines, and one word to show. */
const BARE_HOST = `require('node:http').createServer((q, s) => s.setHeader('content-type', 'text/html').end('<p role="row">ready</p>'))
  .listen(0, '127.0.0.1', function () { console.log('http://127.0.0.1:' + this.address().port + '/') })`
const BARE_LIST = `<div style="height: 700px; overflow: auto" role="grid"><div style="height: ${ITEMS * 32}px"></div></div>`

const bench: Bench = async () => {
  const opening = `${ITEMS.toLocaleString('en')} items, from start to usable list (web host)`
  const scrolling = `scrolling ${ITEMS.toLocaleString('en')} items, longest task`
  const found = await findChromium()
  const skipped = found.missing ?? (existsSync(host) ? undefined : 'the program is not built (npm run build)')
  if (skipped !== undefined || found.missing !== undefined)
    return [opening, scrolling].map((work) => ({ work, skipped: skipped ?? '' }))
  const { executablePath, args, env } = found
  const browser = await chromium.launch({ executablePath, args, env })
  const book = await openBenchBook(ITEMS, CUSTOMERS)
  await book.client.book.close({})
  const figures = await withFolder(async (folder) => {
    const program = [host, book.path]
    const starts: number[] = []
    const bareStarts: number[] = []
    // The first round fills the system's file cache and does not count.
    for (let round = 0; round <= STARTS; round += 1) {
      const own = await startTime(browser, program, folder, 'receivables')
      const bare = await startTime(browser, ['-e', BARE_HOST], folder, '')
      if (round > 0) starts.push(own)
      if (round > 0) bareStarts.push(bare)
    }
    const task = await withHost(program, folder, async (address) => {
      const page = await enter(browser, address, 'receivables')
      const longest = await longestTask(browser, page)
      await page.context().close()
      return longest
    })
    const empty = await browser.newPage({ viewport: size })
    await empty.setContent(BARE_LIST)
    return { start: median(starts), bareStart: median(bareStarts), task, bareTask: await longestTask(browser, empty) }
  })
  await browser.close()
  await book.close()
  return [
    {
      work: opening,
      value: figures.start,
      unit: 'ms',
      bare: { what: 'for a bare server and an empty page', value: figures.bareStart },
      aim: '≤ 1.5 s',
      note: 'from the start of the process to rows in a browser that is open already',
    },
    {
      work: scrolling,
      value: figures.task,
      unit: 'ms',
      bare: { what: 'for scrolling an empty page of that height', value: figures.bareTask },
      aim: '≤ 50 ms',
      note: 'of the page’s main thread, wheel and jumps through the whole list, from Chromium’s own trace',
    },
  ]
}

/** Starts a program that prints its address, and stops it afterwards. */
const withHost = async <T>(words: string[], folder: string, work: (address: string) => Promise<T>): Promise<T> => {
  const child = spawn(process.execPath, [...process.execArgv, ...words], {
    env: { ...process.env, ENCOURS_DATA_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    return await work(await addressOf(child))
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}

const addressOf = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('The host has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0]
    if (address) return address
  }
  throw new Error('The host ended before it was ready.')
}

const startTime = async (browser: Browser, words: string[], folder: string, path: string): Promise<number> => {
  const begun = performance.now()
  return withHost(words, folder, async (address) => {
    const page = await enter(browser, address, path)
    const spent = performance.now() - begun
    await page.context().close()
    return spent
  })
}

/** Lets a new browser window in by the printed address, and waits for rows on the page asked for. */
const enter = async (browser: Browser, address: string, path: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR' })
  await context.request.get(address, { maxRedirects: 0 })
  const page = await context.newPage()
  await page.goto(new URL(`/${path}`, address).href)
  await page
    .getByRole('row')
    .nth(path ? 3 : 0)
    .waitFor()
  return page
}

type Trace = {
  traceEvents: { name: string; ph: string; pid: number; tid: number; dur?: number; args: { name?: string } }[]
}

/** Longest task, in ms, of the page's main thread while its list is scrolled by wheel and by jumps. */
const longestTask = async (browser: Browser, page: Page): Promise<number> => {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] })
  const box = await page.getByRole('grid').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200)
  for (let turn = 0; turn < 150; turn += 1) {
    await page.mouse.wheel(0, turn < 100 ? 400 : -2000)
    await page.waitForTimeout(16)
  }
  for (const part of [0.25, 0.9, 0.5, 0.1, 1]) {
    const there = await page.getByRole('grid').evaluate((grid, where) => {
      const scroller = [grid, grid.parentElement].find((one) => one && one.scrollHeight > one.clientHeight + 1000)
      scroller?.scrollTo({ top: scroller.scrollHeight * where })
      return scroller?.scrollTop ?? 0
    }, part)
    if (there === 0) throw new Error('The list does not scroll.')
    await page.waitForTimeout(300)
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as Trace
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.')
  return Math.max(...tasks.map(({ dur = 0 }) => dur / 1000))
}

export default bench
