/** Blobs: bytes with a name and a type, as Utilities.newBlob, UrlFetchApp and MailApp pass them. Bytes are signed, as in Java. */
import { strict } from '../../run/strict'

export interface Blob {
  getBytes(): number[]
  setBytes(bytes: readonly number[]): Blob
  getDataAsString(charset?: string): string
  setDataFromString(text: string, charset?: string): Blob
  getContentType(): string | null
  setContentType(type: string): Blob
  getName(): string | null
  setName(name: string): Blob
  copyBlob(): Blob
  isGoogleType(): boolean
}

export const toSigned = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte))

export const fromSigned = (bytes: readonly number[]): Buffer => Buffer.from(Array.from(bytes, (byte) => byte & 255))

/** Text as bytes; without a charset Google takes US-ASCII, where a Cyrillic letter is '?'. */
export function encodeText(text: string, charset?: string): Buffer {
  return charset === 'UTF_8' || charset?.toUpperCase() === 'UTF-8'
    ? Buffer.from(text, 'utf8')
    : Buffer.from(text.replace(/[^\x00-\x7f]/gu, '?'), 'latin1')
}

export const decodeText = (bytes: Uint8Array, charset = 'UTF-8'): string => new TextDecoder(charset.replace('_', '-')).decode(bytes)

class BlobData implements Blob {
  constructor(
    private bytes: Buffer,
    private type: string | null,
    private name: string | null,
  ) {}

  getBytes(): number[] {
    return toSigned(this.bytes)
  }

  setBytes(bytes: readonly number[]): this {
    this.bytes = fromSigned(bytes)
    return this
  }

  getDataAsString(charset?: string): string {
    return decodeText(this.bytes, charset)
  }

  setDataFromString(text: string, charset = 'UTF-8'): this {
    this.bytes = encodeText(text, charset)
    return this
  }

  getContentType(): string | null {
    return this.type
  }

  setContentType(type: string): this {
    this.type = type
    return this
  }

  getName(): string | null {
    return this.name
  }

  setName(name: string): this {
    this.name = name
    return this
  }

  copyBlob(): Blob {
    return newBlob(Buffer.from(this.bytes), this.type, this.name)
  }

  isGoogleType(): boolean {
    return false
  }
}

export function newBlob(bytes: Buffer, type: string | null, name: string | null): Blob {
  return strict<Blob>('Blob', new BlobData(bytes, type, name))
}
