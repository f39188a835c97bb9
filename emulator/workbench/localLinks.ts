/** Addresses of the web app on Google, as letters carry them, turned into addresses of this workbench. */

export const webAppPath = '/webapp/exec'

const webAppLink = /https:\/\/script\.google\.com\/(?:a\/(?:macros\/)?[\w.-]+\/)?macros\/s\/[\w-]+\/(?:exec|dev)([^\s"'<>»)]*)/g

/** Inside a text or an HTML body; nothing else is touched. */
export const localiseLinks = (text: string): string => text.replace(webAppLink, (_, rest: string) => webAppPath + rest)

/** Local addresses of all web-app links in a text, each once. */
export const webLinksIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(webAppLink)].map(([, rest = '']) => webAppPath + rest.replaceAll('&amp;', '&').replace(/[.,;]+$/, ''))),
]
