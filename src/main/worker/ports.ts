import { existsSync, readFileSync } from 'node:fs'
import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Ports } from '../core/kernel/context.ts'

type Folders = {
  /** The program's folder: the one that holds package.json and out/. */
  root: string
  /** Layouts, fonts and rate tables; `resources` under the root unless the program is packaged. */
  resources?: string
  dataFolder?: string
}

/** What the machine offers to the program, the same for every host. */
export const localPorts = (program: Ports['program'], folders: Folders): Ports => ({
  program,
  resources: folders.resources ?? join(folders.root, 'resources'),
  dataFolder: folders.dataFolder ?? dataFolder(),
  version: JSON.parse(readFileSync(join(folders.root, 'package.json'), 'utf8')).version,
  userName: accountName(),
  hostName: hostname(),
  ...(program === 'cli' ? {} : { backups: 'automatic' as const }),
  ...built(folders.root),
})

/** What is built apart: threads of their own, started by a file, and the page that is sent to customers. */
const built = (root: string): Pick<Ports, 'typesetterWorker' | 'copierWorker' | 'spacePage'> => {
  const [typesetter, copier] = ['typesetter.js', 'copier.js'].map((name) => join(root, 'out', 'main', name))
  const spacePage = join(root, 'out', 'main', 'space')
  return {
    ...(existsSync(spacePage) && { spacePage }),
    ...(typesetter && existsSync(typesetter) && { typesetterWorker: typesetter }),
    ...(copier && existsSync(copier) && { copierWorker: copier }),
  }
}

/** Where Electron would put it too, so that the desktop and the browser share their recent books. */
export const dataFolder = (): string => process.env.ENCOURS_DATA_FOLDER || join(settingsFolder(), 'Encours')

const settingsFolder = (): string => {
  if (process.platform === 'win32') return process.env.APPDATA || join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config')
}

/** The account's name; a container may run under a number that has no account. */
const accountName = (): string => {
  try {
    return userInfo().username
  } catch {
    return process.env.USER || process.env.USERNAME || 'user'
  }
}
