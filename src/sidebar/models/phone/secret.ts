/** Where a device keeps its secret: the browser's storage, or, where Google's frame has none, behind the «#» of the address, which no server sees. */

const bytes = 32
const name = 'desk-session'

/** 43 characters, base64url. */
export function newSecret(): string {
  const random = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)))
  return btoa(random).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export interface SecretPlaces {
  readonly storage: () => Storage
  /** What stands behind the «#» of the address. */
  readonly hash: () => Promise<string>
  readonly setHash: (hash: string) => void
}

export interface KeptSecret {
  readonly secret: string
  readonly inAddress: boolean
}

export interface SecretStore {
  read(): Promise<KeptSecret | null>
  write(secret: string): KeptSecret
  forget(): void
}

export function secretStore({ storage, hash, setHash }: SecretPlaces): SecretStore {
  const stored = (): string => {
    try {
      return storage().getItem(name) ?? ''
    } catch {
      return ''
    }
  }
  return {
    read: async () => {
      const kept = stored()
      if (kept !== '') return { secret: kept, inAddress: false }
      const given = await hash()
      return /^[\w-]{43}$/.test(given) ? { secret: given, inAddress: true } : null
    },
    write: (secret) => {
      try {
        storage().setItem(name, secret)
      } catch {
        // Said by what is read back.
      }
      const inAddress = stored() !== secret
      setHash(inAddress ? secret : '')
      return { secret, inAddress }
    },
    forget: () => {
      try {
        storage().removeItem(name)
      } catch {
        // Nothing is kept there.
      }
      setHash('')
    },
  }
}
