/** Figures of a bench: medians and sizes, rounded for reading. */

export function median(values: readonly number[] = []): string {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1)
}

export function kilobytes(text: string | Uint8Array): number {
  return Math.round((typeof text === 'string' ? new TextEncoder().encode(text) : text).length / 1024)
}
