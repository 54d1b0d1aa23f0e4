/** What is used of pdfmake, which comes without types. */
declare module 'pdfmake' {
  type Document = { getBuffer: () => Promise<Uint8Array> };
  const pdfmake: {
    setFonts: (fonts: object) => void;
    setUrlAccessPolicy: (isAllowed: (url: string) => boolean) => void;
    setLocalAccessPolicy: (isAllowed: (path: string) => boolean) => void;
    createPdf: (definition: object) => Document;
  };
  export default pdfmake;
}

declare module 'pdfmake/fonts/Roboto.js' {
  const fonts: { Roboto: Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> };
  export default fonts;
}
