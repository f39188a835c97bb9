/** Utilities: dates, digests, base64, blobs, CSV, sleep and ids. */
import { createHash, createHmac } from 'node:crypto'
import Papa from 'papaparse'
import type { CoreHost } from '../../run/host'
import { strict } from '../../run/strict'
import { sleepLimitMs } from '../../world/limits'
import { platformOf } from '../../world/platform/settings'
import { seededRandom, seededUuid } from '../../world/seeded'
import { ServiceError } from '../../world/types'
import { type Blob, encodeText, fromSigned, newBlob, toSigned } from '../web/blob'
import { formatString } from './formatString'
import { javaDate } from './javaDate'

type Data = string | readonly number[]

const digests = { MD5: 'md5', SHA_1: 'sha1', SHA_256: 'sha256', SHA_384: 'sha384', SHA_512: 'sha512' } as const
const macs = { HMAC_MD5: 'md5', HMAC_SHA_1: 'sha1', HMAC_SHA_256: 'sha256', HMAC_SHA_384: 'sha384', HMAC_SHA_512: 'sha512' } as const

/** Enumerations are their own names, which is all a script may rely on. */
const enumOf = <K extends string>(name: string, members: readonly K[]): Record<K, K> =>
  strict(name, Object.fromEntries(members.map((member) => [member, member])) as Record<K, K>)

const keysOf = <T extends object>(table: T): (keyof T & string)[] => Object.keys(table) as (keyof T & string)[]

const bytesOf = (data: Data, charset?: string): Buffer => (typeof data === 'string' ? encodeText(data, charset) : fromSigned(data))

function epochOf(date: unknown): number {
  if (Object.prototype.toString.call(date) === '[object Date]') return (date as Date).getTime()
  throw new ServiceError("The parameters don't match the method signature for Utilities.formatDate.")
}

/** Whether Google throws for a zone nobody knows or takes GMT is not settled. */
function formatDate(host: CoreHost, date: unknown, zone: unknown, pattern: string): string {
  const epochMs = epochOf(date)
  if (Number.isNaN(epochMs)) throw new ServiceError('Invalid argument: date')
  if (typeof zone !== 'string' || zone === '') throw new ServiceError('Invalid argument: timeZone. Should be of type: String')
  try {
    return javaDate(epochMs, zone, pattern)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    if (platformOf(host.state).unknownZone === 'gmt') return javaDate(epochMs, 'GMT', pattern)
    throw new ServiceError('Invalid argument: timeZone')
  }
}

function decodeBase64(encoded: string): number[] {
  if (/[^A-Za-z0-9+/=_-]/.test(encoded)) throw new ServiceError('Could not decode string.')
  return toSigned(Buffer.from(encoded, 'base64'))
}

const webSafe = (data: Data, charset?: string): string =>
  bytesOf(data, charset).toString('base64').replaceAll('+', '-').replaceAll('/', '_')

function digest(algorithm: keyof typeof digests, data: Data, charset?: string): number[] {
  return toSigned(createHash(digests[algorithm]).update(bytesOf(data, charset)).digest())
}

function mac(algorithm: keyof typeof macs, value: Data, key: Data, charset?: string): number[] {
  return toSigned(createHmac(macs[algorithm], bytesOf(key, charset)).update(bytesOf(value, charset)).digest())
}

/** Text is text/plain unless told (observed). */
const blobOf = (data: Data, type?: string, name?: string): Blob =>
  typeof data === 'string'
    ? newBlob(Buffer.from(data, 'utf8'), type ?? 'text/plain', name ?? null)
    : newBlob(fromSigned(data), type ?? null, name ?? null)

function parseCsv(csv: string, delimiter = ','): string[][] {
  return Papa.parse<string[]>(csv.replace(/\r?\n$/, ''), { delimiter }).data
}

function sleep(host: CoreHost, ms: number): void {
  if (!(ms >= 0 && ms <= sleepLimitMs)) throw new ServiceError('Invalid argument: milliseconds')
  host.spend(ms)
}

/** Pure members: each is one local call of the gate, its answer in the execution's realm. */
const pure = {
  parseCsv,
  computeDigest: digest,
  computeHmacSignature: mac,
  computeHmacSha256Signature: (value: Data, key: Data, charset?: string) => mac('HMAC_SHA_256', value, key, charset),
  base64Encode: (data: Data, charset?: string) => bytesOf(data, charset).toString('base64'),
  base64EncodeWebSafe: webSafe,
  base64Decode: decodeBase64,
  base64DecodeWebSafe: decodeBase64,
}

type Pure = typeof pure & { formatDate(date: unknown, zone: string, pattern: string): string }

function throughGate(host: CoreHost): Pure {
  const all = {
    ...pure,
    formatString,
    formatDate: (date: unknown, zone: unknown, pattern: string) => formatDate(host, date, zone, pattern),
  }
  const gated = Object.entries(all).map(([name, work]) => {
    const run = work as (...args: unknown[]) => unknown
    return [name, (...args: unknown[]) => host.intoRealm(host.gate.call(`Utilities.${name}`, () => run(...args)))]
  })
  return Object.fromEntries(gated) as Pure
}

interface Service extends Pure {
  readonly Charset: Record<'US_ASCII' | 'UTF_8', string>
  readonly DigestAlgorithm: Record<keyof typeof digests, string>
  readonly MacAlgorithm: Record<keyof typeof macs, string>
  newBlob(data: Data, type?: string, name?: string): Blob
  getUuid(): string
  sleep(ms: number): void
}

export function utilitiesService(host: CoreHost): Service {
  return strict('Utilities', {
    ...throughGate(host),
    Charset: enumOf('Utilities.Charset', ['US_ASCII', 'UTF_8']),
    DigestAlgorithm: enumOf('Utilities.DigestAlgorithm', keysOf(digests)),
    MacAlgorithm: enumOf('Utilities.MacAlgorithm', keysOf(macs)),
    newBlob: blobOf,
    getUuid: () => host.gate.call('Utilities.getUuid', () => seededUuid(seededRandom(host.nextId('')))),
    sleep: (ms: number) => host.gate.call('Utilities.sleep', () => sleep(host, ms)),
  } satisfies Partial<Record<keyof GoogleAppsScript.Utilities.Utilities, unknown>>)
}
