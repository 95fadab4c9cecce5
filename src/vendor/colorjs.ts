export { default } from 'colorjs.io';
