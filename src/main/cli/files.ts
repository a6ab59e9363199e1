import { accessSync, constants, existsSync, mkdirSync, openAsBlob, statSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { Refusal } from '../core/kernel/errors.ts'
import { safeFileName } from '../core/kernel/file-name.ts'

/** A file as the calls take it: read as it is needed, never whole. */
export const openFile = async (path: string): Promise<File> => {
  const full = resolve(path)
  if (!existsSync(full)) throw new Refusal('not-found', `${path} is not there`, { path: full })
  if (!statSync(full).isFile()) throw new Refusal('input.invalid', `${path} is not a file`, { path: full })
  try {
    accessSync(full, constants.R_OK)
  } catch {
    throw new Refusal('input.invalid', `${path} cannot be read by this account`, { path: full })
  }
  return new File([await openAsBlob(full)], basename(full))
}

/** Makes sure that files can be written to a folder, before anything is done that would fill it. */
export const prepareFolder = (path: string): string => {
  const full = resolve(path)
  try {
    mkdirSync(full, { recursive: true })
    accessSync(full, constants.W_OK)
    return full
  } catch {
    throw new Refusal('input.invalid', `Files cannot be written to ${path}`, { field: 'out', path: full })
  }
}

/** Writes a file whole or not at all, under its name or, when that is taken, `name (2).pdf`. Returns its path. */
export const writeNew = async (folder: string, name: string, content: Blob): Promise<string> => {
  const path = freePath(folder, safeFileName(name))
  const bytes = new Uint8Array(await content.arrayBuffer())
  try {
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
    return path
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    throw new Refusal('file.not-written', `${path} could not be written: ${(error as Error).message}`, { path })
  }
}

const freePath = (folder: string, name: string): string => {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  for (let n = 1; ; n += 1) {
    const path = join(folder, n === 1 ? name : `${stem} (${n})${extension}`)
    if (!existsSync(path)) return path
  }
}
