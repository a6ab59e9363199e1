import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  // The empty argument is the window's title, which `start` takes from the first quoted word otherwise.
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens the default browser where there is one; never fails, for the address is printed anyway. */
export const openBrowser = (address: string): void => {
  const headless = process.platform !== 'win32' && process.platform !== 'darwin' && !hasDisplay()
  if (headless) return
  const [command, ...options] = openers[process.platform] ?? ['xdg-open']
  const child = spawn(command, [...options, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

const hasDisplay = (): boolean => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
