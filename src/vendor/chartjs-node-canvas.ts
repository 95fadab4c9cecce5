/** The packages in this folder are bundled when the package is built: they, or what they need, do not install everywhere. */
export { ChartJSNodeCanvas } from 'chartjs-node-canvas';
