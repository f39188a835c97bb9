/** A file that comes to a card (C5): which are taken, what they are called, and how a card lists them. */

import { cutLine, oneLine } from '../letter/plainLine'
import type { Problem } from '../problem'
import { fileTexts } from '../text/fileText.ru'

/** Largest file, decoded, inclusive. */
export const fileLimitBytes = 10 * 1024 * 1024
const nameLimit = 120

const office = 'application/vnd.openxmlformats-officedocument'
/** Extension → types a browser gives such a file; the first is the file's own. */
const typesByExtension: Readonly<Record<string, readonly string[]>> = {
  pdf: ['application/pdf'],
  doc: ['application/msword'],
  docx: [`${office}.wordprocessingml.document`],
  xls: ['application/vnd.ms-excel'],
  xlsx: [`${office}.spreadsheetml.sheet`],
  ppt: ['application/vnd.ms-powerpoint'],
  pptx: [`${office}.presentationml.presentation`],
  odt: ['application/vnd.oasis.opendocument.text'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet'],
  rtf: ['application/rtf', 'text/rtf'],
  txt: ['text/plain'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
  zip: ['application/zip', 'application/x-zip-compressed'],
}
const known: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(typesByExtension))

/** For a file input: '.pdf,.doc,…'. */
export const acceptedFiles = [...known.keys()].map((extension) => `.${extension}`).join(',')

export interface NamedFile {
  readonly name: string
  /** As the browser says; '' where it does not know. */
  readonly mimeType: string
  /** Bytes, decoded. */
  readonly size: number
}

/**
 * Why the file is not taken, or null. Extension and type must tell the same.
 * @example fileProblem({ name: 'смета.exe', mimeType: 'application/pdf', size: 10 }) // → fileType «смета.exe»
 */
export function fileProblem({ name, mimeType, size }: NamedFile): Problem | null {
  const plain = cleanFileName(name)
  const types = known.get(extensionOf(plain)) ?? []
  if (!types.includes(mimeType.toLowerCase())) return { code: 'fileType', name: plain }
  if (size > fileLimitBytes) return { code: 'fileTooLarge', name: plain, bytes: size, limit: fileLimitBytes }
  return size === 0 ? { code: 'badValue', title: plain, why: fileTexts.empty } : null
}

/** A file as a browser gives it. */
export interface PickedFile {
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** The type of a file; by its name where the browser does not know it (.odt on a computer without an office). */
export function mimeTypeOf(name: string, type = ''): string {
  return type === '' ? (known.get(extensionOf(name))?.[0] ?? '') : type
}

/**
 * fileProblem as a sentence, for a page to say before ten megabytes go anywhere; '' = it may go. The server judges again.
 * @example pickedFault({ name: 'смета.pdf', type: '', size: 0 }) // → 'Файл «смета.pdf» пуст. Выберите другой.'
 */
export function pickedFault(file: PickedFile): string {
  const problem = fileProblem({ name: file.name, mimeType: mimeTypeOf(file.name, file.type), size: file.size })
  if (problem === null) return ''
  if (problem.code === 'fileTooLarge') return fileTexts.tooLarge(problem.name, problem.bytes, problem.limit)
  return problem.code === 'fileType' ? fileTexts.type(problem.name) : fileTexts.emptyOne(file.name)
}

/** Whether the content begins as a program of Windows or Linux does, whatever it is called: 'MZ', '\x7fELF'. A text may begin so. */
export function isProgram({ mimeType, base64 }: { readonly mimeType: string; readonly base64: string }): boolean {
  return mimeType !== 'text/plain' && /^(TV[o-r]|f0VMR)/.test(base64)
}

function extensionOf(name: string): string {
  return /\.([a-z]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

/**
 * One line without folders, control and direction characters, at most 120 characters with its extension.
 * @example cleanFileName('C:\\Документы\\смета\u202e.pdf') // → 'смета.pdf'
 */
export function cleanFileName(name: string): string {
  const line = oneLine(name.replace(/^.*[\\/]/s, '')).replace(/\p{Surrogate}/gu, '')
  if (line.length <= nameLimit) return line
  const extension = /\.[^.\s]{1,5}$/.exec(line)?.[0] ?? ''
  return `${cutLine(line.slice(0, -extension.length || undefined), nameLimit - extension.length)}${extension}`
}

/** Bytes that a base64 text holds; null = it is none. */
export function decodedSize(base64: string): number | null {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return null
  return (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)
}

/** One line of the field «Файлы». */
export function fileLine(name: string, url: string): string {
  return `${name} ${url}`
}

/** Lines of «Файлы» below one another, each once. */
export function joinedFiles(...lists: readonly string[]): string {
  return [...new Set(lists.flatMap((lines) => lines.split('\n')))].filter((line) => line !== '').join('\n')
}

/** What the field «Файлы» lists; a line that a person typed without an address has url ''. */
export function attachedFiles(files: string): { readonly name: string; readonly url: string }[] {
  return files
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const last = line.trim().split(/\s/).pop() ?? ''
      const at = last.search(/https:\/\/\S/)
      const url = at < 0 ? '' : last.slice(at)
      const name = line.trim().slice(0, line.trim().length - url.length)
      return { name: name.trimEnd() || url, url }
    })
}
