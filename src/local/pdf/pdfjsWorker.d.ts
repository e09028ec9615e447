declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** pdf.js's other half, which usually runs in a worker of its own. */
  export const WorkerMessageHandler: {
    initializeFromPort(port: object): void;
  };
}
