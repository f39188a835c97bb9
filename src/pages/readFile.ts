/** Content of a chosen file as base64, by the browser. */

export async function readFile(file: Blob): Promise<string> {
  const reader = new FileReader()
  const address = await new Promise<unknown>((resolve, reject) => {
    reader.addEventListener('load', () => resolve(reader.result))
    reader.addEventListener('error', reject)
    reader.readAsDataURL(file)
  })
  return String(address).replace(/^[^,]*,?/, '')
}
